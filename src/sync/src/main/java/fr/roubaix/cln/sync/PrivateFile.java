package fr.roubaix.cln.sync;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".cln-", ".tmp", ownerOnly(file));
        try {
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(fresh.get()));
                channel.force(true);
            }
            // A hard link refuses to replace a key that another process has just created; a rename would not.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(draft);
        }
        return Files.readAllBytes(file);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? Set.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                        .toArray(FileAttribute<?>[]::new)
                : new FileAttribute<?>[0];
    }
}
