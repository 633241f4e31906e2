package fr.roubaix.cln.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import fr.roubaix.cln.domaine.candidature.Appel;

/** A clock that tests move. It starts on Thursday 20 May 2027 at ten in Roubaix. */
public final class MovableClock extends Clock {

    public static final Instant START = Instant.parse("2027-05-20T08:00:00Z");

    private volatile Instant instant = START;

    public void advance(Duration duration) {
        instant = instant.plus(duration);
    }

    void back() {
        instant = START;
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
        throw new UnsupportedOperationException("the hub lives in one zone");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
