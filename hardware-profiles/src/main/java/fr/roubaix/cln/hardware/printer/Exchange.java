package fr.roubaix.cln.hardware.printer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * One exchange with a printer, in which nothing waits for ever. A kernel may hold a write as long as a printer is out of
 * paper, and some drivers hold even an opening: such calls are made on threads of their own, given a time, and abandoned.
 */
final class Exchange implements AutoCloseable {

    /** A printer says a few bytes; what is more comes from something else. */
    private static final int HEARD = 4096;

    private static final int HUNG_UP = -1;

    /** A printer that broke the line while it was written to is known to by then. */
    private static final Duration BEFORE_THE_END = Duration.ofMillis(20);

    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final ExecutorService hand = Executors.newSingleThreadExecutor(Exchange::thread);
    private final BlockingQueue<Integer> heard = new LinkedBlockingQueue<>(HEARD);
    private final CompletableFuture<Wire.Line> line = new CompletableFuture<>();
    private final Wire.Line opened;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable IOException broken;

    private Exchange(Wire wire, Duration within) throws IOException {
        hand.execute(() -> reach(wire));
        try {
            opened = wait(line, within);
        } catch (IOException e) {
            // A line that opens after all is closed at once.
            var unused = line.thenAccept(Exchange::quietly);
            hand.shutdown();
            throw e;
        }
        if (!opened.takesTurns()) {
            thread(this::listen).start();
        }
    }

    /** Reaches a printer, or says within this time that it cannot. */
    static Exchange open(Wire wire, Duration within) throws IOException {
        return new Exchange(wire, within);
    }

    /** Gives bytes to the printer; a {@link StalledException} once none was taken for this long. */
    void write(byte[] bytes, int from, int length, Duration within) throws IOException {
        var written = new CompletableFuture<Void>();
        hand.execute(() -> {
            try {
                opened.write(bytes, from, length);
                written.complete(null);
            } catch (IOException e) {
                written.completeExceptionally(e);
            }
        });
        wait(written, within);
    }

    /**
     * The next byte from the printer; none if it says nothing for this long.
     *
     * @throws EOFException it hung up
     */
    OptionalInt read(Duration within) throws IOException {
        if (opened.takesTurns()) {
            return opened.twoWays() ? readInTurn(within) : OptionalInt.empty();
        }
        try {
            var octet = heard.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (octet == null) {
                return OptionalInt.empty();
            }
            if (octet == HUNG_UP) {
                heard.offer(HUNG_UP);
                return hungUp();
            }
            return OptionalInt.of(octet);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private OptionalInt readInTurn(Duration within) throws IOException {
        var answer = new CompletableFuture<Integer>();
        hand.execute(() -> {
            try {
                answer.complete(opened.read());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            int octet = wait(answer, within);
            return octet < 0 ? hungUp() : OptionalInt.of(octet);
        } catch (StalledException e) {
            opened.callOff();
            return OptionalInt.empty();
        }
    }

    /** Forgets what the printer said so far; that it hung up is not forgotten. */
    void ignoreWhatWasSaid() {
        heard.removeIf(octet -> octet != HUNG_UP);
    }

    /**
     * Says that nothing more comes and waits for the printer to hang up in turn: it has then read everything. One that does
     * not hang up is not waited for beyond this time.
     *
     * @throws IOException it hung up before the end
     */
    void end(Duration within) throws IOException {
        if (!opened.twoWays() || opened.takesTurns()) {
            // A file has taken what it was given, and knows no farewell.
            return;
        }
        ignoreWhatWasSaid();
        read(BEFORE_THE_END);
        opened.end();
        long until = System.nanoTime() + within.toNanos();
        try {
            for (long left = within.toNanos(); left > 0; left = until - System.nanoTime()) {
                if (read(Duration.ofNanos(left)).isEmpty()) {
                    return;
                }
            }
        } catch (EOFException e) {
            // It read everything, and hangs up because we did.
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            hand.shutdown();
            // Closing may itself wait for the printer, which is not there any more.
            thread(() -> quietly(opened)).start();
        }
    }

    private void reach(Wire wire) {
        try {
            line.complete(wire.open());
        } catch (IOException | RuntimeException | LinkageError e) {
            line.completeExceptionally(e);
        }
    }

    private void listen() {
        try {
            for (int octet = opened.read(); octet >= 0; octet = opened.read()) {
                heard.offer(octet);
            }
        } catch (IOException e) {
            broken = e;
        }
        heard.offer(HUNG_UP);
    }

    /** A wire that brings nothing back is silent; any other was cut, or closed. */
    private OptionalInt hungUp() throws IOException {
        if (!opened.twoWays()) {
            return OptionalInt.empty();
        }
        if (broken != null) {
            throw new IOException("the line to the printer broke", broken);
        }
        throw new EOFException("the printer hung up");
    }

    private static <T> T wait(CompletableFuture<T> answer, Duration within) throws IOException {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StalledException(e);
        } catch (ExecutionException e) {
            throw new IOException("the printer cannot be reached", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        var stopped = new InterruptedIOException("interrupted");
        stopped.initCause(e);
        return stopped;
    }

    private static void quietly(Wire.Line line) {
        try {
            line.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the line to the printer did not close", e);
        }
    }

    /** A platform thread: device files and serial ports are blocking calls of the system. */
    private static Thread thread(Runnable task) {
        return Thread.ofPlatform().daemon().name("printer-line").unstarted(task);
    }

    /** Nothing was taken for a while: switched off behind a switch that stays on, out of paper, or asleep. */
    static final class StalledException extends IOException {
        private StalledException(TimeoutException cause) {
            super("the printer takes nothing any more", cause);
        }
    }
}
