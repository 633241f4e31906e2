package fr.roubaix.cln.hub.privacy;

/** Another program gave or destroyed the key of the same person meanwhile: the same again finds what it left. */
final class CleConcurrenteException extends RuntimeException {
    CleConcurrenteException() {
        super("the key of this person changed meanwhile");
    }
}
