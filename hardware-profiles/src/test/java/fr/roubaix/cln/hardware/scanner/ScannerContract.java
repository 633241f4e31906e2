package fr.roubaix.cln.hardware.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every scanner does, real or not. */
abstract class ScannerContract {

    static final Duration SOON = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<Scan> came = new LinkedBlockingQueue<>();
    private Scanner scanner;

    /** The scanner to examine. */
    abstract Scanner scanner();

    /** Has it read something, from beginning to end. */
    abstract void read(String text);

    /** Pulls its plug. */
    abstract void unplug();

    abstract void plugBack();

    @AfterEach
    void close() {
        if (scanner != null) {
            scanner.close();
        }
    }

    void start() {
        scanner = scanner();
        scanner.start(scan -> {
            came.add(scan);
            if (scan.text().equals("throws")) {
                throw new IllegalStateException("a screen that fails");
            }
        });
        await(ScannerStatus.READY);
    }

    Scan next() throws InterruptedException {
        var scan = came.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(scan).as("something is read").isNotNull();
        return scan;
    }

    void nothingElse() {
        assertThat(came).isEmpty();
    }

    void await(ScannerStatus expected) {
        long end = System.nanoTime() + SOON.toNanos();
        while (scanner.status() != expected) {
            assertThat(System.nanoTime()).as(expected.name()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void what_is_read_comes_whole_and_in_order() throws Exception {
        start();
        read("CLN1:ABC $%*+-./:");
        assertThat(next()).matches(Scan::whole).extracting(Scan::text).isEqualTo("CLN1:ABC $%*+-./:");
        read("second");
        assertThat(next().text()).isEqualTo("second");
        nothingElse();
    }

    @Test
    void what_is_too_long_for_a_receipt_loses_its_end() throws Exception {
        start();
        read("x".repeat(3_000));
        assertThat(next().text()).hasSize(Scan.LONGEST);
        read("after");
        assertThat(next().text()).isEqualTo("after");
    }

    @Test
    void a_screen_that_fails_stops_nothing() throws Exception {
        start();
        try {
            read("throws");
        } catch (IllegalStateException _) {
            // A scanner without a thread of its own tells whoever plays with it.
        }
        assertThat(next().text()).isEqualTo("throws");
        read("after");
        assertThat(next().text()).isEqualTo("after");
    }

    @Test
    void a_scanner_that_is_unplugged_is_called_so_and_reads_again_once_it_is_back() throws Exception {
        start();
        unplug();
        await(ScannerStatus.UNREACHABLE);
        plugBack();
        await(ScannerStatus.READY);
        read("again");
        assertThat(next().text()).isEqualTo("again");
    }

    @Test
    void nothing_comes_once_it_is_closed() throws Exception {
        start();
        read("before");
        next();
        scanner.close();
        read("after");
        nothingElse();
    }
}
