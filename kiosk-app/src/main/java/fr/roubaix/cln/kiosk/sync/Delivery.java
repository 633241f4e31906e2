package fr.roubaix.cln.kiosk.sync;

import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;

/** What became of a batch: an ack whose signature was verified, or a reason to try again later. */
sealed interface Delivery {

    /** The hub answered this very batch, under its signature. */
    record Sent(Batch batch, Ack ack) implements Delivery {}

    /** Nothing is known to have arrived. */
    record Failed(Batch batch, Fault fault) implements Delivery {}

    /** Why. */
    enum Fault {
        /** No answer: no network, hub stopped, too slow. */
        UNREACHABLE,
        /** The hub does not accept this kiosk's signature: revoked, or a clock that correcting did not help. */
        UNAUTHORIZED,
        /** Larger than something on the way accepts. */
        TOO_LARGE,
        /** Another status than expected. */
        REJECTED,
        /** Not an ack, or not signed by the hub, or about something else. */
        UNTRUSTED_ANSWER
    }
}
