package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential back-off with full jitter: any delay up to 2 s, 4 s, 8 s… and never more than 5 min. */
final class Backoff {

    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final long SHORTEST_MILLIS = 2_000;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** How long to wait after this many failures in a row. */
    Duration after(long failures) {
        long ceiling = SHORTEST_MILLIS << Math.clamp(failures - 1, 0, 20);
        return Duration.ofMillis(1 + random.nextLong(Math.min(ceiling, LONGEST.toMillis())));
    }

    /** What somebody asked to wait, and up to a quarter more; never more than the longest. */
    Duration longerThan(Duration asked) {
        long millis = asked.toMillis();
        return Duration.ofMillis(Math.min(millis + 1 + random.nextLong(1 + millis / 4), LONGEST.toMillis()));
    }

    /** How long to wait when only a person can help: between half of the longest and the longest. */
    Duration slow() {
        return LONGEST.dividedBy(2).plusMillis(random.nextLong(LONGEST.toMillis() / 2));
    }
}
