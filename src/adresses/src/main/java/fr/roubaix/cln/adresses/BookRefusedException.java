package fr.roubaix.cln.adresses;

/** A file of addresses that cannot be used. The message is for the person who runs the program, in French. */
public final class BookRefusedException extends RuntimeException {

    public BookRefusedException(String message) {
        super(message);
    }

    public BookRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
