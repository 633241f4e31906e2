package fr.roubaix.cln.hardware.printer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;

/**
 * A virtual printer at the other end of a network wire, with the manners of real ones and their troubles: what the TCP driver
 * is tried against, byte by byte, and what a terminal can be given for a printer where there is none.
 *
 * <p>Answers {@code DLE EOT} as it arrives, even in the middle of a picture, and {@code GS r} in its turn, as the command
 * reference says. Listens on the loopback only.
 */
public final class ListeningPrinter implements AutoCloseable {

    /** A printer takes so much at a time. */
    private static final int BUFFER = 1024;

    private final Object lock = new Object();
    private final VirtualPaper paper;
    private final Set<Socket> lines = new HashSet<>();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int port;

    private PrinterStatus status = new Ready();
    private Manner manner = Manner.ANSWERS;
    private Pause pause = Pause.SWALLOWS;
    private int bytesPerSecond;
    private int faultOffset;
    private int hangUpOffset = -1;
    private @Nullable Fault armed;
    private @Nullable ServerSocket door;
    private @Nullable Thread doorman;
    private long lastByteAt;

    /** A printer of this print width, on a free port. */
    public ListeningPrinter(int widthInDots) throws IOException {
        this(widthInDots, 0);
    }

    /** A printer on a port of this machine. */
    public ListeningPrinter(int widthInDots, int port) throws IOException {
        this.paper = new VirtualPaper(widthInDots);
        this.port = listen(port);
    }

    /** How it speaks of its state. */
    public enum Manner {
        ANSWERS,
        /** Prints, and answers nothing, as many cheap ones do. */
        SILENT,
        /** Answers {@code DLE EOT} and not {@code GS r}. */
        KNOWS_NO_TURN,
        /** Answers two questions of four. */
        HALF,
        /** Answers something else. */
        GARBLED,
        /** Hangs up when asked. */
        HANGS_UP
    }

    /** What it does with the bytes that come while it cannot print. */
    public enum Pause {
        /** Takes them and forgets them. */
        SWALLOWS,
        /** Takes no more from this line, however long. */
        STALLS,
        /** Breaks the line, and is there for the next one. */
        CUTS
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** From now on the printer is in this state; an unreachable one does not listen. */
    public void become(PrinterStatus next) {
        synchronized (lock) {
            armed = null;
            status = next;
            if (next instanceof Unreachable) {
                paper.switchOff();
                hangUp();
            } else if (door == null) {
                reopen();
            }
            lock.notifyAll();
        }
    }

    /** During the next job, once, the fault arises as this byte arrives; the printer then stays in it. */
    public void failAt(int offset, Fault fault) {
        synchronized (lock) {
            faultOffset = offset;
            armed = fault;
        }
    }

    /** During the next job, once, the line breaks as this byte arrives; the printer is well. */
    public void hangUpAt(int offset) {
        synchronized (lock) {
            hangUpOffset = offset;
        }
    }

    /** How it answers, from now on. */
    public void behave(Manner next) {
        synchronized (lock) {
            manner = next;
        }
    }

    /** What it does with bytes that it cannot print, from now on. */
    public void behave(Pause next) {
        synchronized (lock) {
            pause = next;
        }
    }

    /** Takes bytes no faster than a serial line would bring them; 0 for as fast as they come. */
    public void pace(int bytesPerSecond) {
        synchronized (lock) {
            this.bytesPerSecond = bytesPerSecond;
        }
    }

    /** The bytes of jobs, questions left out. */
    public byte[] taken() {
        synchronized (lock) {
            return taken.toByteArray();
        }
    }

    /** The bytes of jobs, which are then forgotten. */
    public byte[] forget() {
        synchronized (lock) {
            byte[] all = taken.toByteArray();
            taken.reset();
            return all;
        }
    }

    /** When the last byte of a job was taken, by {@link System#nanoTime}. */
    public long lastByteAt() {
        synchronized (lock) {
            return lastByteAt;
        }
    }

    /** The last pieces of paper, newest first. */
    public List<VirtualPrinter.Printout> printouts() {
        synchronized (lock) {
            return paper.printouts();
        }
    }

    @Override
    public void close() {
        become(new Unreachable());
    }

    private int listen(int wanted) throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        server.setReceiveBufferSize(BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        door = server;
        doorman = Thread.ofPlatform().daemon().name("virtual-printer").start(() -> welcome(server));
        return server.getLocalPort();
    }

    private void reopen() {
        try {
            listen(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hangUp() {
        try {
            if (door != null) {
                door.close();
                door = null;
                // Until it has left, the system may still let somebody in.
                if (doorman != null) {
                    doorman.join(1_000);
                }
            }
            for (var line : lines) {
                unplug(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.clear();
    }

    /** As a plug pulled out: no farewell. */
    private static void unplug(Socket line) throws IOException {
        try (line) {
            if (!line.isClosed()) {
                line.setSoLinger(true, 0);
            }
        } catch (SocketException e) {
            // The other end was faster.
        }
    }

    private void welcome(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                var line = server.accept();
                Thread.ofPlatform().daemon().name("virtual-printer-line").start(() -> serve(line));
            }
        } catch (IOException e) {
            // The door was closed.
        }
    }

    private void serve(Socket line) {
        synchronized (lock) {
            if (door == null) {
                return;
            }
            lines.add(line);
        }
        try (line) {
            new Conversation(line).run();
        } catch (SocketException e) {
            // The other end is gone, or the plug was pulled.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (lock) {
                lines.remove(line);
            }
        }
    }

    /** One line, from its opening to its end. */
    private final class Conversation implements EscPosReader.Listener {

        private final Socket line;
        private int window;
        private boolean begun;
        private int offset;

        Conversation(Socket line) {
            this.line = line;
        }

        void run() throws IOException {
            InputStream in = line.getInputStream();
            byte[] piece = new byte[BUFFER];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                for (int i = 0; i < n; i++) {
                    if (!accept(piece[i])) {
                        return;
                    }
                }
                wait(n);
            }
        }

        private boolean accept(byte octet) throws IOException {
            synchronized (lock) {
                window = (window << 8) | (octet & 0xff);
                boolean question = (window & 0xffff00) == 0x100400 && octet >= 1 && octet <= 4;
                if (question && !answer(octet)) {
                    return false;
                }
                if (status instanceof Fault) {
                    return question || !begun || rest();
                }
                return print(octet);
            }
        }

        /** A byte that cannot be printed. */
        private boolean rest() throws IOException {
            return switch (pause) {
                case SWALLOWS -> true;
                case CUTS -> {
                    unplug(line);
                    yield false;
                }
                case STALLS -> {
                    stayStill();
                    yield false;
                }
            };
        }

        private boolean print(byte octet) throws IOException {
            if (!begun && octet == CommandFrame.ESC && paper.betweenCommands()) {
                begun = true;
            }
            if (begun && offset == hangUpOffset) {
                hangUpOffset = -1;
                unplug(line);
                return false;
            }
            if (begun && armed != null && offset == faultOffset) {
                var fault = armed;
                armed = null;
                become(fault);
                return !(fault instanceof Unreachable) && rest();
            }
            if (begun) {
                offset++;
                taken.write(octet);
                lastByteAt = System.nanoTime();
            }
            paper.accept(octet, this);
            return true;
        }

        /** Nothing of a job: what was counted of it is not. */
        private void uncount(int octets) {
            if (begun) {
                offset -= octets;
                byte[] all = taken.toByteArray();
                taken.reset();
                taken.write(all, 0, all.length - octets);
            }
        }

        @Override
        public void cut() {
            paper.tear(true);
            // What follows the blade is another job, or a question.
            begun = false;
        }

        @Override
        public void asked() {
            uncount(3);
        }

        @Override
        public void askedInTurn() {
            uncount(3);
            if (manner == Manner.ANSWERS) {
                paper.tear(true);
                say(0);
            }
        }

        private boolean answer(int n) throws IOException {
            switch (manner) {
                case ANSWERS, KNOWS_NO_TURN -> say(StatusAnswers.of(status)[n - 1]);
                case HALF -> {
                    if (n <= 2) {
                        say(StatusAnswers.of(status)[n - 1]);
                    }
                }
                case GARBLED -> say("HTTP".charAt(n - 1));
                case HANGS_UP -> {
                    line.close();
                    return false;
                }
                case SILENT -> {}
            }
            return true;
        }

        private void say(int octet) {
            try {
                line.getOutputStream().write(octet);
            } catch (IOException e) {
                // Whoever asked did not wait for the answer.
            }
        }

        private void wait(int octets) {
            int pace;
            synchronized (lock) {
                pace = offset > 0 ? bytesPerSecond : 0;
            }
            if (pace > 0) {
                long until = System.nanoTime() + octets * 1_000_000_000L / pace;
                for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }
        }

        private void stayStill() {
            try {
                while (status instanceof Fault && door != null) {
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
