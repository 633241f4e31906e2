package fr.roubaix.cln.testkit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import fr.roubaix.cln.domaine.candidature.Appel;

/** A clock of Roubaix that moves only when a test moves it, and that several threads may read. */
public final class HandClock extends Clock {

    private final Instant start;
    private volatile Instant instant;

    public HandClock(Instant start) {
        this.start = start;
        this.instant = start;
    }

    /** Moves to an instant, later or earlier. */
    public void set(Instant instant) {
        this.instant = instant;
    }

    /** Moves on. */
    public void advance(Duration duration) {
        instant = instant.plus(duration);
    }

    /** Back to where it started. */
    public void back() {
        instant = start;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public ZoneId getZone() {
        return Appel.ROUBAIX;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the product lives in one zone");
    }
}
