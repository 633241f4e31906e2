package fr.roubaix.cln.kiosk.sync;

/** The journal could not take an envelope; nothing was stored. */
public class JournalUnavailableException extends RuntimeException {
    public JournalUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalUnavailableException(String message) {
        super(message);
    }
}
