package fr.roubaix.cln.kiosk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import fr.roubaix.cln.domaine.candidature.Appel;

/** A clock that a test sets. */
public final class HandClock extends Clock {

    public volatile Instant instant = Instant.parse("2025-05-20T10:00:00Z");

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
        return Clock.fixed(instant, zone);
    }
}
