package fr.roubaix.cln.sync;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The idempotency key of a business fact, minted on the kiosk as a UUID version 7 (RFC 9562). */
public record EnvelopeId(UUID uuid) {

    /** Mints an id: 48 bits of wall clock in milliseconds, then 74 random bits (RFC 9562 §5.7). */
    public static EnvelopeId mint(Clock clock, RandomGenerator random) {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new EnvelopeId(new UUID(high, low));
    }

    /** Reads the 36 characters of {@link #toString}, and nothing else. */
    public static Optional<EnvelopeId> parse(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(new EnvelopeId(UUID.fromString(text)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return uuid.toString();
    }
}
