package fr.roubaix.cln.sync;

import java.util.List;
import java.util.Optional;

/**
 * What a kiosk sends at once: envelopes of one chain in order, and its state. Without envelopes it is a heartbeat.
 *
 * @param chain the kiosk's current chain, so that a heartbeat too learns how far the hub holds it
 */
public record Batch(ChainId chain, List<Signed> envelopes, Etat etat) {

    /** The most envelopes in one batch. */
    public static final int MAX_ENVELOPES = 100;

    /** The largest request body, in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    private static final int VERSION = 1;

    public Batch {
        envelopes = List.copyOf(envelopes);
        if (envelopes.size() > MAX_ENVELOPES) {
            throw new IllegalArgumentException("at most " + MAX_ENVELOPES + " envelopes");
        }
    }

    public byte[] encode() {
        var list = Canonical.array();
        envelopes.forEach(envelope -> list.add(envelope.text()));
        var node = Canonical.object().put("v", VERSION).put("chain", chain.hex());
        node.set("envelopes", list);
        node.set("etat", etat.write());
        return Canonical.write(node);
    }

    /** Reads what {@link #encode} writes, at most {@link #MAX_BYTES}, and nothing else. */
    public static Optional<Batch> decode(byte[] bytes) {
        return bytes.length > MAX_BYTES ? Optional.empty() : Canonical.read(bytes, Batch::read, Batch::encode);
    }

    private static Batch read(Fields fields) {
        fields.version(VERSION);
        return new Batch(
                new ChainId(fields.text("chain")),
                fields.texts("envelopes").stream()
                        .map(text -> Fields.required(Signed.parse(text), "envelope"))
                        .toList(),
                Etat.read(fields.object("etat")));
    }
}
