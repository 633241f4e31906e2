package fr.roubaix.cln.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * The hub changes its keys: the new ones, signed by the ones before under {@link Use#SUCCESSION}. A kiosk that was away
 * while the hub changed them several times follows one after the other.
 *
 * @param at when the hub made the new keys
 */
public record Succession(HubKeys keys, Instant at) {

    private static final int VERSION = 1;

    public byte[] encode() {
        return Canonical.write(Canonical.object()
                .put("v", VERSION)
                .put("signingKey", keys.signing().raw().base64url())
                .put("sealingKey", keys.sealing().raw().base64url())
                .put("at", at.toEpochMilli()));
    }

    /** Reads what {@link #encode} writes and nothing else. */
    public static Optional<Succession> decode(byte[] bytes) {
        return Canonical.read(bytes, Succession::read, Succession::encode);
    }

    private static Succession read(Fields fields) {
        fields.version(VERSION);
        return new Succession(
                new HubKeys(
                        Fields.required(VerifyingKey.parse(fields.text("signingKey")), "signingKey"),
                        Fields.required(SealingKey.parse(fields.text("sealingKey")), "sealingKey")),
                fields.instant("at"));
    }
}
