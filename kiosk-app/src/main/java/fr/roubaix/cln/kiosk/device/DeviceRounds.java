package fr.roubaix.cln.kiosk.device;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Goes round the devices as long as the terminal runs, on a thread of its own. */
class DeviceRounds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRounds.class);

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final DeviceWatch watch;
    private final CountDownLatch over = new CountDownLatch(1);

    DeviceRounds(DeviceWatch watch) {
        this.watch = watch;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("appareils").start(this::goRound);
    }

    private void goRound() {
        try {
            do {
                look();
            } while (!over.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A round that throws would be the last one. */
    private void look() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            LOG.error("The devices could not be looked at", e);
        }
    }

    @Override
    public void destroy() {
        over.countDown();
    }
}
