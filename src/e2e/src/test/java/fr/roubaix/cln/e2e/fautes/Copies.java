package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies data folders the way a disk image does: files as they stand, while nobody uses them. */
final class Copies {

    private Copies() {}

    /** A copy of a folder, without what a program only writes for itself. */
    static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!temporary(from.relativize(file))) {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a copy in the place of a folder: what came since is gone. */
    static void putBack(Path copy, Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isRegularFile(file) && !temporary(folder.relativize(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        copy(copy, folder);
    }

    private static boolean temporary(Path file) {
        return file.startsWith("tmp") || file.getFileName().toString().endsWith(".log");
    }
}
