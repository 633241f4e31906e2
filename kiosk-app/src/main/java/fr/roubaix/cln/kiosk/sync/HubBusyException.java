package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.time.Duration;

/** The hub, or a proxy before it, asked not to be called for a while (429): nothing was looked at. */
final class HubBusyException extends IOException {

    private final Duration remaining;

    HubBusyException(Duration remaining) {
        super("the hub asks for " + remaining + " of rest");
        this.remaining = remaining;
    }

    /** How long it still wants to be left alone. */
    Duration remaining() {
        return remaining;
    }
}
