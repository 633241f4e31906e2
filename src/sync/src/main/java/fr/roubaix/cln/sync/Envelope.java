package fr.roubaix.cln.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One sealed fact in the chain of a kiosk.
 *
 * @param seq position in the chain, from 1 without gap; order is this number, never time
 * @param at wall clock of the terminal, in milliseconds
 * @param offset last measured difference to the hub's clock (hub minus kiosk), in milliseconds
 * @param keyId the sealing key of the hub
 * @param prev SHA-256 of the previous envelope's bytes; zeros for the first
 * @param payload sealed: this kiosk itself can no longer read it
 */
public record Envelope(
        KioskId kiosk,
        ChainId chain,
        long seq,
        EnvelopeId id,
        Kind kind,
        Instant at,
        Duration offset,
        KeyId keyId,
        Hash prev,
        Bytes payload) {

    /** The largest envelope, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int VERSION = 1;

    public Envelope {
        if (seq < 1) {
            throw new IllegalArgumentException("a chain is numbered from 1");
        }
    }

    /** What the payload is bound to. */
    public SealContext sealContext() {
        return new SealContext(kiosk, id, kind);
    }

    /** The bytes that are signed, hashed, stored and sent. */
    public byte[] encode() {
        return Canonical.write(Canonical.object()
                .put("v", VERSION)
                .put("kiosk", kiosk.numero())
                .put("chain", chain.hex())
                .put("seq", seq)
                .put("id", id.toString())
                .put("kind", kind.name())
                .put("at", at.toEpochMilli())
                .put("offset", offset.toMillis())
                .put("keyId", keyId.hex())
                .put("prev", prev.hex())
                .put("payload", payload.base64url()));
    }

    /** Reads what {@link #encode} writes, at most {@link #MAX_BYTES}, and nothing else. */
    public static Optional<Envelope> decode(byte[] bytes) {
        return bytes.length > MAX_BYTES ? Optional.empty() : Canonical.read(bytes, Envelope::read, Envelope::encode);
    }

    private static Envelope read(Fields fields) {
        fields.version(VERSION);
        return new Envelope(
                new KioskId(fields.smallNumber("kiosk")),
                new ChainId(fields.text("chain")),
                fields.number("seq"),
                Fields.required(EnvelopeId.parse(fields.text("id")), "id"),
                new Kind(fields.text("kind")),
                fields.instant("at"),
                fields.millis("offset"),
                new KeyId(fields.text("keyId")),
                fields.hash("prev"),
                fields.bytes("payload"));
    }
}
