package fr.roubaix.cln.kiosk.sync;

import java.net.URI;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.kiosk.sync.Enrolment.Issue;

/** Enrols a kiosk started with an address and a code; tries again while the hub cannot be reached. */
class EnrolmentAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentAtStart.class);

    private final KioskProperties properties;
    private final KioskIdentity identity;
    private final Backoff backoff;
    private final Clock clock;
    private boolean over;
    private long failures;
    private long nextAttemptAt;

    EnrolmentAtStart(KioskProperties properties, KioskIdentity identity, Backoff backoff, Clock clock) {
        this.properties = properties;
        this.identity = identity;
        this.backoff = backoff;
        this.clock = clock;
    }

    /** The attempt to make now, if any. */
    synchronized @Nullable Attempt due() {
        var hub = properties.hub();
        var code = properties.code();
        if (over || hub == null || code == null || code.isBlank() || identity.usedUp(Enrolment.normal(code))) {
            return null;
        }
        return clock.millis() >= nextAttemptAt ? new Attempt(hub, code) : null;
    }

    /** Says what became of it, and decides whether to try again. */
    synchronized void record(Issue issue) {
        if (issue instanceof Issue.HubInjoignable) {
            failures++;
            nextAttemptAt = clock.millis() + backoff.after(failures).toMillis();
        } else {
            over = true;
        }
        LOG.warn(issue.phrase());
    }

    /** An address and a code to try. */
    record Attempt(URI hub, String code) {}
}
