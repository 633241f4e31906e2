package fr.roubaix.cln.sync;

import java.util.UUID;

/** The idempotency key of a business fact, minted on the kiosk as a UUID version 7 (RFC 9562). */
public record EnvelopeId(UUID uuid) {
    @Override
    public String toString() {
        return uuid.toString();
    }
}
