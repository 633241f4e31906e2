package fr.roubaix.cln.hardware.printer;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;

/**
 * A printer whose state is remembered, and whose changes of state are told, once each. Whoever draws a screen asks for the
 * state last seen, and waits for no device.
 */
public final class WatchedPrinter implements ReceiptPrinter {

    private final ReceiptPrinter printer;
    private final Clock clock;
    private final Consumer<Seen> changes;
    private final ReentrantLock inUse = new ReentrantLock();
    private final Object memory = new Object();
    private @Nullable Seen last;

    /**
     * Watches a printer.
     *
     * @param changes told of the first state seen and of every other one after it
     */
    public WatchedPrinter(ReceiptPrinter printer, Clock clock, Consumer<Seen> changes) {
        this.printer = printer;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public PrintResult print(byte[] job) {
        inUse.lock();
        try {
            var result = printer.print(job);
            switch (result) {
                case PrintResult.Refused(var fault) -> see(fault);
                case PrintResult.Failed(var fault) -> see(fault);
                case PrintResult.Printed _ -> {
                    var known = lastSeen();
                    if (known == null || known.status() instanceof Fault) {
                        see(printer.status());
                    }
                }
            }
            return result;
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public PrinterStatus status() {
        inUse.lock();
        try {
            return see(printer.status());
        } finally {
            inUse.unlock();
        }
    }

    @Override
    public OptionalInt bytesPerSecond() {
        return printer.bytesPerSecond();
    }

    /** Looks at the printer, unless a job holds it: the job tells its state at the end. */
    public void look() {
        if (inUse.tryLock()) {
            try {
                see(printer.status());
            } finally {
                inUse.unlock();
            }
        }
    }

    /** The state last seen and since when it lasts; looks only if nobody ever did. */
    public Seen seen() {
        var known = lastSeen();
        if (known != null) {
            return known;
        }
        status();
        return Objects.requireNonNull(lastSeen());
    }

    private @Nullable Seen lastSeen() {
        synchronized (memory) {
            return last;
        }
    }

    private PrinterStatus see(PrinterStatus status) {
        Seen now;
        synchronized (memory) {
            if (last != null && last.status().equals(status)) {
                return status;
            }
            now = new Seen(status, clock.instant());
            last = now;
        }
        changes.accept(now);
        return status;
    }

    /**
     * A state and its beginning.
     *
     * @param since when it was first seen so
     */
    public record Seen(PrinterStatus status, Instant since) {}
}
