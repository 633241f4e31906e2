package fr.roubaix.cln.hub.privacy;

/** Sealed bytes cannot be opened, or the key that opens them is missing. */
public final class CoffreIllisibleException extends RuntimeException {
    CoffreIllisibleException(String message) {
        super(message);
    }

    CoffreIllisibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
