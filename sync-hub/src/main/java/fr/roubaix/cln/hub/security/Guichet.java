package fr.roubaix.cln.hub.security;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

/**
 * Lets two sign-ins be examined at a time. Checking a password takes all of a processor and 16 MB for a while, on
 * purpose: without a limit, anybody could stop the hub by asking often enough. Staff who all come at nine wait for a
 * second or two; a larger crowd is turned away, so that it does not hold every thread of the server.
 */
@Component
class Guichet {

    static final int PLACES = 2;
    private static final int FILE_MAXIMALE = 60;
    private static final Duration ATTENTE = Duration.ofSeconds(3);

    private final Semaphore places = new Semaphore(PLACES, true);

    /**
     * Examines one sign-in when it is its turn.
     *
     * @return what came of it; nothing when its turn did not come in time
     */
    <T> Optional<T> servir(Supplier<T> examen) {
        if (!entrer()) {
            return Optional.empty();
        }
        try {
            return Optional.of(examen.get());
        } finally {
            places.release();
        }
    }

    private boolean entrer() {
        try {
            return places.getQueueLength() < FILE_MAXIMALE
                    && places.tryAcquire(ATTENTE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
