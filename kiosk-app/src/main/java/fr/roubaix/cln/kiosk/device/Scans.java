package fr.roubaix.cln.kiosk.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;

/**
 * What is read, on its way to the screen that waits for it, whatever read it. A screen asks while it is shown; what comes
 * while nobody waits is dropped, so that no receipt appears on the screen of the next person.
 *
 * <p>The scanner of the terminal reads for the page that last began to wait at the terminal. What a page reads by itself (a
 * scanner that passes for its keyboard) is that page's, also on a tablet.
 */
public final class Scans {

    private final ScannerStatus scanner;
    private final List<Wait> waits = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Wait waiting;
    private @Nullable Wait standingBy;
    private @Nullable Scan read;
    private long count;

    /** @param scanner how the terminal's is now: whether there is one, and whether the terminal hears it, do not change */
    Scans(ScannerStatus scanner) {
        this.scanner = scanner;
    }

    /** Whether a person who stands here has a scanner beside a keyboard: it is the terminal's, and no tablet's. */
    public boolean available() {
        return scanner != ScannerStatus.ABSENT && Station.here().isEmpty();
    }

    /** Whether the terminal hears that scanner, and so has something to tell the page; a keyboard tells the page itself. */
    public boolean tell() {
        return available() && scanner != ScannerStatus.UNKNOWN;
    }

    /** Waits for what is read next; whoever waited before does so no more. The terminal's scanner reads for no tablet. */
    public synchronized Wait await() {
        var next = new Wait(true);
        waits.add(next);
        if (Station.here().isEmpty()) {
            waiting = next;
            read = null;
        }
        return next;
    }

    /** Waits for what nobody else does; whoever stood by before does so no more. */
    public synchronized Wait standBy() {
        var next = new Wait(false);
        waits.add(next);
        if (Station.here().isEmpty()) {
            standingBy = next;
            if (waiting == null) {
                read = null;
            }
        }
        return next;
    }

    /** Whether a screen of the terminal waits. */
    synchronized boolean awaited() {
        return waiting != null || standingBy != null;
    }

    /** Brings what the scanner of the terminal read; false when no screen waits for it. */
    public boolean bring(Scan scan) {
        synchronized (this) {
            if (!awaited()) {
                return false;
            }
            read = scan;
            count++;
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /** Brings what a page read by itself; false when no screen of it waits. */
    public synchronized boolean bring(Scan scan, UI page) {
        var own = waits.reversed().stream().filter(wait -> wait.page == page).toList();
        var to = own.stream()
                .filter(wait -> wait.first)
                .findFirst()
                .or(() -> own.stream().findFirst());
        to.ifPresent(wait -> wait.own = scan);
        return to.isPresent();
    }

    /** How many things the scanner of the terminal brought: another number means that there is something to take. */
    synchronized long count() {
        return count;
    }

    /** Calls this whenever {@link #count} has changed. */
    void onBrought(Runnable listener) {
        listeners.add(listener);
    }

    /** A screen that waits. */
    public final class Wait implements AutoCloseable {

        private final @Nullable UI page = UI.getCurrent();
        private final boolean first;
        private @Nullable Scan own;

        private Wait(boolean first) {
            this.first = first;
        }

        /** What was read since it was last asked. */
        public Optional<Scan> take() {
            synchronized (Scans.this) {
                if (own != null) {
                    var taken = Optional.of(own);
                    own = null;
                    return taken;
                }
                if ((waiting == null ? standingBy : waiting) != this) {
                    return Optional.empty();
                }
                var taken = Optional.ofNullable(read);
                read = null;
                return taken;
            }
        }

        @Override
        public void close() {
            synchronized (Scans.this) {
                waits.remove(this);
                if (waiting == this || (waiting == null && standingBy == this)) {
                    read = null;
                }
                waiting = waiting == this ? null : waiting;
                standingBy = standingBy == this ? null : standingBy;
            }
        }
    }
}
