package fr.roubaix.cln.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A small secret file that only its owner may read (mode 0600), written whole or not at all. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * The bytes of this file; when there is none, these bytes are forced to disk under that name first.
     *
     * @throws IOException the folder refuses
     */
    public static byte[] readOrCreate(Path file, Supplier<byte[]> fresh) throws IOException {
        if (Files.exists(file)) {
            return Files.readAllBytes(file);
        }
        Path draft = draft(file, fresh.get());
        try {
            // A hard link refuses to replace a key that another process has just created; a rename would not.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(draft);
        }
        return Files.readAllBytes(file);
    }

    /**
     * Puts these bytes in the place of the file, at once: whoever reads it finds the old bytes or the new ones, whole,
     * also after a power cut.
     *
     * @throws IOException the folder refuses: the file is what it was
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = draft(file, bytes);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (posix(file)) {
            // The new name itself must reach the disk, where a system lets a program ask for it.
            try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** The bytes, complete on the disk under a passing name. */
    private static Path draft(Path file, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".cln-", ".tmp", ownerOnly(file));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        return draft;
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file)
                ? Set.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
