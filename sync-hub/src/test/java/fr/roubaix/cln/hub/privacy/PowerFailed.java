package fr.roubaix.cln.hub.privacy;

/** What a test throws where a process would have been killed. */
final class PowerFailed extends RuntimeException {
    PowerFailed() {
        super("the power failed");
    }
}
