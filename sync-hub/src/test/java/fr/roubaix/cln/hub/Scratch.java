package fr.roubaix.cln.hub;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.commons.io.FileUtils;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Where the databases of tests are: in memory where this machine has a disk there, since each of their thousands of commits
 * waits for the disk. What is asked of the files stays the same.
 */
public final class Scratch implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 4L << 30;

    private static final List<Closeable> USERS = new CopyOnWriteArrayList<>();

    private static final class Of {
        static final Path THIS_RUN = make();
    }

    /** A new folder, which the run deletes when it ends. */
    public static Path folder(String prefix) throws IOException {
        return Files.createTempDirectory(Of.THIS_RUN, prefix);
    }

    /** What must end before the folders that it uses are deleted. */
    static <T extends Closeable> T used(T by) {
        USERS.add(by);
        return by;
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return folder("junit");
    }

    private static Path make() {
        try {
            Path folder = inMemory()
                    ? Files.createTempDirectory(MEMORY, "cln-essais")
                    : Files.createTempDirectory("cln-essais");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        USERS.forEach(IOUtils::closeQuietly);
        FileUtils.deleteQuietly(folder.toFile());
    }

    private static boolean inMemory() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
    }
}
