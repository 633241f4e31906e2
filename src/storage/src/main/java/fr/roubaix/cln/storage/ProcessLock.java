package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * The file {@code NAME.verrou} beside a database, locked by the one process that holds that database. SQLite itself would
 * let two processes in; our one-writer promise would not survive it.
 */
final class ProcessLock implements AutoCloseable {

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of this database, creating its folder if needed; empty when somebody holds it. */
    static Optional<ProcessLock> take(Path database) throws IOException {
        PrivateFiles.folder(Objects.requireNonNull(database.getParent(), "a file stands in a folder"));
        var channel = FileChannel.open(
                PrivateFiles.file(database.resolveSibling(database.getFileName() + ".verrou")),
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new ProcessLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DatabaseRefusedException("Le verrou de la base n’a pas pu être rendu.", e);
        }
    }
}
