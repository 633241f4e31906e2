package fr.roubaix.cln.e2e.fautes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Stands between a kiosk and the hub, on a port of its own, and does to each exchange what it is told: real sockets, so
 * that what one side sees is what a bad line would show it.
 */
final class FaultyProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *([0-9]+)");
    private static final Pattern CONNECTION = Pattern.compile("(?i)\r\n(Connection|Upgrade|HTTP2-Settings):[^\r]*");

    /** What happens to one exchange. */
    enum Fate {
        PASS,
        /** The request never arrives. */
        LOSE_REQUEST,
        /** The hub has received and committed; its answer never arrives. */
        CUT_AFTER_COMMIT,
        /** Half of the answer arrives. */
        CUT_ANSWER,
        /** The request arrives twice, at once. */
        TWICE,
        /** The kiosk sees a lost request; it arrives all the same, later, behind others. */
        LATE,
        /** Slow, and whole. */
        SLOW,
        /** Half of the request arrives. */
        CUT_REQUEST
    }

    /** Decides for each exchange, from the first line of its request. */
    interface Weather {
        Fate fate(String request);
    }

    private final ServerSocket server;
    private final int hub;
    private volatile Weather weather;
    private volatile UnaryOperator<byte[]> alteration = UnaryOperator.identity();
    private volatile boolean partitioned;
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();

    FaultyProxy(int hub, Weather weather) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.hub = hub;
        this.weather = weather;
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** Nothing passes while this is so. */
    void partition(boolean cut) {
        partitioned = cut;
    }

    void weather(Weather now) {
        weather = now;
    }

    /** What becomes of each answer of the hub, head and body, before the kiosk sees it. */
    void alter(UnaryOperator<byte[]> how) {
        alteration = how;
    }

    long exchanges() {
        return exchanges.get();
    }

    long faults() {
        return faults.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var kiosk = server.accept();
                Thread.ofVirtual().name("exchange").start(() -> exchange(kiosk));
            } catch (IOException e) {
                // Closed: nothing more to accept.
            }
        }
    }

    private void exchange(Socket kiosk) {
        try (kiosk) {
            byte[] request = request(kiosk.getInputStream());
            if (request.length == 0 || partitioned) {
                return;
            }
            exchanges.incrementAndGet();
            var fate = weather.fate(firstLine(request));
            if (fate != Fate.PASS) {
                faults.incrementAndGet();
            }
            byte[] answer = played(fate, request);
            kiosk.getOutputStream().write(answer);
            kiosk.getOutputStream().flush();
        } catch (IOException e) {
            // The line broke, for one side or the other: that is what this is for.
        }
    }

    /** What the kiosk gets to see. */
    private byte[] played(Fate fate, byte[] request) throws IOException {
        byte[] nothing = new byte[0];
        return switch (fate) {
            case PASS -> alteration.apply(forward(request));
            case LOSE_REQUEST -> nothing;
            case CUT_AFTER_COMMIT -> {
                forward(request);
                yield nothing;
            }
            case CUT_ANSWER -> {
                byte[] whole = forward(request);
                yield Arrays.copyOf(whole, whole.length / 2);
            }
            case TWICE -> {
                var second = Thread.ofVirtual().start(() -> forwardQuietly(request));
                byte[] answer = forward(request);
                join(second);
                yield answer;
            }
            case LATE -> {
                Thread.ofVirtual().start(() -> {
                    LockSupport.parkNanos(
                            Duration.ofMillis(500 + request.length % 2_000).toNanos());
                    forwardQuietly(request);
                });
                yield nothing;
            }
            case SLOW -> {
                LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                yield forward(request);
            }
            case CUT_REQUEST -> {
                try (var half = new Socket(InetAddress.getLoopbackAddress(), hub)) {
                    half.getOutputStream().write(request, 0, request.length / 2);
                }
                yield nothing;
            }
        };
    }

    private void forwardQuietly(byte[] request) {
        try {
            forward(request);
        } catch (IOException e) {
            // A copy that did not arrive is one more lost request.
        }
    }

    private byte[] forward(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), hub)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One whole request, saying that the connection ends with it; empty when the kiosk went away. */
    private static byte[] request(InputStream from) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = from.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        byte[] body = from.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        String closing =
                CONNECTION.matcher(text).replaceAll("").replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n");
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(closing.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    private static String firstLine(byte[] request) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
