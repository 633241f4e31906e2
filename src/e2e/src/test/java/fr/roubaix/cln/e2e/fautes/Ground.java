package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.jspecify.annotations.Nullable;

/** Where faults are played: folders, random numbers that a seed decides, and how much of each. */
final class Ground implements AutoCloseable {

    private final Path folder;
    private final long seed;
    private final boolean reduced;
    private @Nullable HubProcess hub;

    /** @param reduced little of everything, for the tests of every day */
    Ground(Path folder, long seed, boolean reduced) {
        this.folder = folder;
        this.seed = seed;
        this.reduced = reduced;
    }

    /** How many times to do something: in the campaign, or in the tests of every day. */
    int times(int full, int little) {
        return reduced ? little : full;
    }

    boolean reduced() {
        return reduced;
    }

    /** The random numbers of one row: the same whatever rows were played before it. */
    Random random(Fault fault) {
        return new Random(seed * 31 + fault.getClass().getSimpleName().hashCode());
    }

    /** A new folder. */
    Path folder(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(folder), name + "-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A hub with an open call that rows share when nothing happens to it; each brings kiosks of its own. */
    synchronized HubProcess hub() {
        if (hub == null) {
            hub = HubProcess.start(folder("hub"));
        }
        return hub;
    }

    @Override
    public synchronized void close() {
        if (hub != null) {
            hub.close();
            hub = null;
        }
    }
}
