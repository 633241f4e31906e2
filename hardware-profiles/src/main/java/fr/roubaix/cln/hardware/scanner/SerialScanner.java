package fr.roubaix.cln.hardware.scanner;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.profile.Connection;

/**
 * A scanner on a serial line. One thread waits for it, asleep while nothing is read; a device that disappears is opened
 * again when it comes back.
 */
public final class SerialScanner implements Scanner {

    private static final System.Logger LOG = System.getLogger(SerialScanner.class.getName());

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private final SerialLines lines;
    private final Connection.Serial port;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile ScannerStatus status = ScannerStatus.UNREACHABLE;
    private @Nullable Thread thread;

    public SerialScanner(Connection.Serial port) {
        this(new SystemSerialLines(), port, BETWEEN_ATTEMPTS);
    }

    SerialScanner(SerialLines lines, Connection.Serial port, Duration pause) {
        this.lines = lines;
        this.port = port;
        this.pause = pause;
    }

    @Override
    public synchronized void start(Consumer<Scan> reader) {
        if (thread != null) {
            throw new IllegalStateException("this scanner was started");
        }
        thread = Thread.ofPlatform().daemon().name("lecteur-serie").start(() -> listen(reader));
    }

    @Override
    public ScannerStatus status() {
        return status;
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void listen(Consumer<Scan> reader) {
        boolean told = false;
        while (!over()) {
            try (var line = lines.open(port)) {
                status = ScannerStatus.READY;
                told = false;
                LOG.log(Level.INFO, "The scanner on {0} is there", port.port());
                read(line, reader);
            } catch (IOException e) {
                status = ScannerStatus.UNREACHABLE;
                if (!told && !over()) {
                    // Once for each absence: it is looked for every other second.
                    LOG.log(Level.WARNING, "No scanner: {0}", e.getMessage());
                    told = true;
                }
            }
            rest();
        }
    }

    private void read(SerialLines.Line line, Consumer<Scan> reader) throws IOException {
        var burst = new Burst();
        byte[] bytes = new byte[256];
        while (!over()) {
            int count = line.read(bytes, burst.patience());
            if (count > 0) {
                burst.take(bytes, count, System.nanoTime());
            } else {
                burst.over(System.nanoTime()).ifPresent(scan -> bring(scan, reader));
            }
        }
    }

    private static void bring(Scan scan, Consumer<Scan> reader) {
        try {
            reader.accept(scan);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "What was read reached no screen", e);
        }
    }

    private boolean over() {
        return closed.getCount() == 0;
    }

    private void rest() {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            // Only close() interrupts, and it is over then.
        }
    }
}
