package fr.roubaix.cln.hub.ingest;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/** Bytes that came to the door, once their signature was verified. */
sealed interface Arrival {

    /** SHA-256 of the bytes, by which the ack names them. */
    Hash hash();

    /** Signed by this kiosk, for this chain. */
    record Genuine(Envelope envelope, Signed signed, Hash hash) implements Arrival {}

    /** Not signed by this kiosk, or not for this chain, or no envelope. */
    record Forged(Hash hash) implements Arrival {}

    static Arrival of(Kiosk kiosk, ChainId chain, Signed signed) {
        return of(kiosk, kiosk.key(), chain, signed);
    }

    /** The same under one key that the kiosk signs or signed with. */
    static Arrival of(Kiosk kiosk, VerifyingKey key, ChainId chain, Signed signed) {
        var hash = signed.hash();
        return signed.verifiedBy(key, Use.ENVELOPE)
                ? Envelope.decode(signed.content().toArray())
                        .filter(e -> e.kiosk().equals(kiosk.id()) && e.chain().equals(chain))
                        .<Arrival>map(envelope -> new Genuine(envelope, signed, hash))
                        .orElseGet(() -> new Forged(hash))
                : new Forged(hash);
    }
}
