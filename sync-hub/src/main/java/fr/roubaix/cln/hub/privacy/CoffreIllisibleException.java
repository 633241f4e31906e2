package fr.roubaix.cln.hub.privacy;

/** Sealed bytes cannot be opened. */
public final class CoffreIllisibleException extends RuntimeException {
    CoffreIllisibleException(String message) {
        super(message);
    }

    CoffreIllisibleException(String message, Throwable cause) {
        super(message, cause);
    }
}
