package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Creates files and folders that only the user who runs the program can open. Where the file system knows no POSIX
 * permission, its own defaults hold. What is there already keeps the permissions that an administrator chose for a
 * folder; a file is closed to others.
 */
final class PrivateFiles {

    private PrivateFiles() {}

    /** Creates this folder and those above it, where they are missing. */
    static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, mode(folder, "rwx------"));
    }

    /** Creates this file, empty, if it is missing. */
    static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, mode(file, "rw-------"));
        } catch (FileAlreadyExistsException _) {
            if (posix(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        }
    }

    /** Returns once the content of this file is on the disk. */
    static void flush(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Returns once the names in the folder of this file are on the disk, where a system lets a program ask for it. */
    static void flushNames(Path file) throws IOException {
        if (posix(file)) {
            try (var channel = FileChannel.open(Objects.requireNonNull(file.getParent()), StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        return posix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
