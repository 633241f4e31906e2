package fr.roubaix.cln.testkit.line;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A pair of serial ports joined by the kernel: a program opens {@link #path()} as it would {@code /dev/ttyS0}, and a test is at
 * the other end. By the C library (POSIX {@code posix_openpt}), so that nothing needs to be installed.
 */
public final class PseudoTerminal implements AutoCloseable {

    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int NAME = 128;

    /** More than a {@code struct termios} takes anywhere. */
    private static final int SETTINGS = 256;

    private static final short POLLIN = 1;
    private static final int PATIENCE_MS = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN = function("posix_openpt", ValueLayout.JAVA_INT);
    private static final MethodHandle GRANT = function("grantpt", ValueLayout.JAVA_INT);
    private static final MethodHandle UNLOCK = function("unlockpt", ValueLayout.JAVA_INT);
    private static final MethodHandle CLOSE = function("close", ValueLayout.JAVA_INT);
    private static final MethodHandle NAME_OF =
            function("ptsname_r", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle GET = function("tcgetattr", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle SET =
            function("tcsetattr", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private static final MethodHandle RAW = procedure("cfmakeraw");
    private static final MethodHandle POLL =
            function("poll", ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
    private static final MethodHandle READ = count("read");
    private static final MethodHandle WRITE = count("write");

    private final int master;
    private final Path path;
    private boolean closed;

    /** Makes a pair. */
    public PseudoTerminal() throws IOException {
        try (var arena = Arena.ofConfined()) {
            master = (int) OPEN.invokeExact(O_RDWR | O_NOCTTY);
            var name = arena.allocate(NAME);
            if (master < 0
                    || (int) GRANT.invokeExact(master) != 0
                    || (int) UNLOCK.invokeExact(master) != 0
                    || (int) NAME_OF.invokeExact(master, name, (long) NAME) != 0) {
                throw new IOException("no pseudo-terminal");
            }
            path = Path.of(name.getString(0));
            raw(arena);
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    /** Whether this system has them. */
    public static boolean possible() {
        return Files.exists(Path.of("/dev/ptmx")) && Files.isDirectory(Path.of("/dev/pts"));
    }

    /** The port that a program opens. */
    public Path path() {
        return path;
    }

    /** Bytes as they are: a terminal would echo them, and make two characters of an end of line. */
    private void raw(Arena arena) throws Throwable {
        var settings = arena.allocate(SETTINGS);
        if ((int) GET.invokeExact(master, settings) != 0) {
            throw new IOException("a pseudo-terminal without settings");
        }
        RAW.invokeExact(settings);
        if ((int) SET.invokeExact(master, 0, settings) != 0) {
            throw new IOException("a pseudo-terminal that takes no settings");
        }
    }

    /** What the program wrote, at least one byte; -1 once this end is closed. */
    public int read(byte[] into) throws IOException {
        while (true) {
            // Never in a read while this end closes: the number of a file that is closed is soon another file's.
            synchronized (this) {
                if (closed) {
                    return -1;
                }
                int count = readNow(into);
                if (count > 0) {
                    return count;
                }
            }
            LockSupport.parkNanos(200_000);
        }
    }

    private int readNow(byte[] into) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var poll = arena.allocate(8);
            poll.set(ValueLayout.JAVA_INT, 0, master);
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            int ready = (int) POLL.invokeExact(poll, 1L, PATIENCE_MS);
            if (ready < 1 || (poll.get(ValueLayout.JAVA_SHORT, 6) & POLLIN) == 0) {
                return 0;
            }
            var buffer = arena.allocate(into.length);
            long count = (long) READ.invokeExact(master, buffer, (long) into.length);
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, (int) Math.max(0, count));
            return (int) Math.max(0, count);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    /** Says something to the program. */
    public synchronized void write(byte... bytes) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
            long count = (long) WRITE.invokeExact(master, buffer, (long) bytes.length);
            if (count != bytes.length) {
                throw new IOException("the program does not listen");
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if ((int) CLOSE.invokeExact(master) != 0) {
                throw new IOException("the pseudo-terminal does not close");
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(e);
        }
    }

    // Native access is what this class is for; tests alone get it.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, java.lang.foreign.MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().find(name).orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
    }

    @SuppressWarnings("restricted") // as above
    private static MethodHandle procedure(String name) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().find(name).orElseThrow(), FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    }

    @SuppressWarnings("restricted") // as above
    private static MethodHandle count(String name) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().find(name).orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
    }
}
