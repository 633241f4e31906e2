package fr.roubaix.cln.hub.travaux;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease in the background until it is closed. */
final class Renouvellement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Renouvellement.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bail").daemon().factory());

    Renouvellement(Duration every, Runnable renewal) {
        var _ = thread.scheduleWithFixedDelay(
                () -> attempt(renewal), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void attempt(Runnable renewal) {
        try {
            renewal.run();
        } catch (RuntimeException e) {
            // The next one may succeed; when none does, another instance takes over, as it should.
            LOG.warn("A lease could not be renewed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
