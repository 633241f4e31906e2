package fr.roubaix.cln.hub.travaux;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at every {@link Travail} of the application from time to time, one after the other, from the moment it runs until
 * it stops. A period of zero leaves them all alone.
 */
@Component
class Planification implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Planification.class);

    private final Travaux travaux;
    private final ObjectProvider<Travail> declares;
    private final Duration periode;
    private @Nullable ScheduledExecutorService thread;

    Planification(
            Travaux travaux,
            ObjectProvider<Travail> declares,
            @Value("${cln.hub.travaux.periode:30s}") Duration periode) {
        this.travaux = travaux;
        this.declares = declares;
        this.periode = periode;
    }

    /** Each work that is due, once. One that fails keeps none of the others back. */
    void passer() {
        List<Travail> tous = declares.orderedStream().toList();
        for (Travail travail : tous) {
            try {
                travaux.executer(travail.nom(), travail.intervalle(), travail.tache());
            } catch (RuntimeException e) {
                LOG.error("Work {} failed and will be tried again", travail.nom(), e);
            }
        }
    }

    @Override
    public void start() {
        if (periode.isPositive()) {
            var started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("travaux").daemon().factory());
            var _ = started.scheduleWithFixedDelay(
                    this::passer, periode.toMillis(), periode.toMillis(), TimeUnit.MILLISECONDS);
            thread = started;
        }
    }

    /** Waits for the work under way, so that the database is not closed under it. */
    @Override
    public void stop() {
        var stopping = thread;
        if (stopping != null) {
            stopping.shutdown();
            try {
                if (!stopping.awaitTermination(20, TimeUnit.SECONDS)) {
                    LOG.warn("Work under way was interrupted by the stop of the hub");
                    stopping.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
