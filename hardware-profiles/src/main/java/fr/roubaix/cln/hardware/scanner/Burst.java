package fr.roubaix.cln.hardware.scanner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.scanner.Scan.Source;

/**
 * The bytes that a scanner sends without a pause: one thing read, in one line or in several. It is whole when a line end
 * was its last byte; otherwise the rest is awaited for a while, then given up, so that half a code never runs into the next.
 */
final class Burst {

    /** Silence after a line end that ends what was read: a byte takes a millisecond at 9600 baud. */
    static final Duration SETTLED = Duration.ofMillis(60);

    /** Silence in the middle of a line after which nothing more is awaited. */
    static final Duration GIVEN_UP = Duration.ofSeconds(1);

    private final byte[] bytes = new byte[Scan.LONGEST];
    private int length;
    private boolean ended;
    private @Nullable Long lastAt;

    /** Takes what came at an instant of a clock that nobody can set. What is too long is counted, and not kept. */
    void take(byte[] came, int count, long nanos) {
        for (int i = 0; i < count; i++) {
            if (length < bytes.length) {
                bytes[length++] = came[i];
            }
            ended = came[i] == '\r' || came[i] == '\n';
        }
        lastAt = nanos;
    }

    /** For how long the next byte may be awaited. */
    Duration patience() {
        if (lastAt == null) {
            return GIVEN_UP;
        }
        return ended ? SETTLED : GIVEN_UP;
    }

    /** What was read, once nothing more comes of it; a lone line end is nothing. */
    Optional<Scan> over(long nanos) {
        if (lastAt == null || nanos - lastAt < patience().toNanos()) {
            return Optional.empty();
        }
        // A receipt is plain ASCII; whatever else was held out must not turn into it, and does not.
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip();
        var scan = new Scan(text, Source.SERIAL, ended);
        length = 0;
        ended = false;
        lastAt = null;
        return text.isEmpty() ? Optional.empty() : Optional.of(scan);
    }
}
