package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;

/** What became of a batch: an ack whose signature was verified, or a reason to try again later. */
sealed interface Delivery {

    /** The hub answered this very batch, under its signature. */
    record Sent(Batch batch, Ack ack) implements Delivery {}

    /** Nothing is known to have arrived. */
    record Failed(Batch batch, Fault fault) implements Delivery {}

    /** The hub was reached, and did not answer in time. */
    record TooSlow(Batch batch) implements Delivery {}

    /** The hub looked at nothing, and asks to be left alone for so long. */
    record Busy(Batch batch, Duration rest) implements Delivery {}

    /** The hub says that these bytes are no batch: it looked at none of the envelopes. */
    record Unread(Batch batch) implements Delivery {}
}
