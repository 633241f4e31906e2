package fr.roubaix.cln.sync;

import java.nio.charset.StandardCharsets;

/** What a seal is bound to. No {@code seq}, so that a payload can be appended again in a new chain. */
public record SealContext(KioskId kiosk, EnvelopeId id, Kind kind) {

    /** {@code cln-seal/1|kiosk|id|kind|keyId}. */
    byte[] bytes(KeyId keyId) {
        return ("cln-seal/1|" + kiosk + "|" + id + "|" + kind + "|" + keyId).getBytes(StandardCharsets.UTF_8);
    }
}
