package fr.roubaix.cln.hub.ingest;

/** The hub cannot take this envelope now, and nothing is wrong with it: nothing is stored, the kiosk comes back. */
final class RetryLaterException extends RuntimeException {
    RetryLaterException(String message) {
        super(message);
    }
}
