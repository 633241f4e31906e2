package fr.roubaix.cln.kiosk.device;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a scanner reads, on its way to the screen that waits for it. A screen asks while it is shown; what comes while nobody
 * waits is dropped, so that no receipt appears on the screen of the next person.
 */
public final class Scans {

    /** Longer than any square of a receipt: what a scanner reads beyond that is no receipt. */
    public static final int LONGEST = 512;

    private final boolean scanner;
    private @Nullable Wait waiting;
    private @Nullable Wait standingBy;
    private @Nullable String read;

    Scans(boolean scanner) {
        this.scanner = scanner;
    }

    /** Whether a person who stands here has a scanner beside a keyboard: it is the terminal's, and no tablet's. */
    public boolean available() {
        return scanner && Station.here().isEmpty();
    }

    /** Waits for what is read next; whoever waited before does so no more. On a tablet nothing ever comes. */
    public synchronized Wait await() {
        var next = new Wait();
        if (Station.here().isEmpty()) {
            waiting = next;
            read = null;
        }
        return next;
    }

    /** Waits for what nobody else does; whoever stood by before does so no more. On a tablet nothing ever comes. */
    public synchronized Wait standBy() {
        var next = new Wait();
        if (Station.here().isEmpty()) {
            standingBy = next;
            if (waiting == null) {
                read = null;
            }
        }
        return next;
    }

    /** Brings what was read; false when no screen waits for it. */
    public synchronized boolean bring(String text) {
        if (waiting == null && standingBy == null) {
            return false;
        }
        read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return true;
    }

    /** A screen that waits. */
    public final class Wait implements AutoCloseable {

        private Wait() {}

        /** What was read since it was last asked. */
        public Optional<String> take() {
            synchronized (Scans.this) {
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
                if (waiting == this || (waiting == null && standingBy == this)) {
                    read = null;
                }
                waiting = waiting == this ? null : waiting;
                standingBy = standingBy == this ? null : standingBy;
            }
        }
    }
}
