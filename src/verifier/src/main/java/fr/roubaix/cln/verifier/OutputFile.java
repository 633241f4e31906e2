package fr.roubaix.cln.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Writes a file whole or not at all: beside its place, then moved over it. */
final class OutputFile {

    private OutputFile() {}

    /** Why the file cannot be written, or nothing once it is. */
    static Optional<String> write(Path file, byte[] bytes) {
        String name = Quotation.of(file.toString());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of("« " + name + " » existe et n’est pas un fichier ordinaire ; choisissez un autre nom");
        }
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try {
                writeThrough(beside, bytes);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("impossible d’écrire « " + name
                    + " » ; vérifiez que le dossier existe, que vous pouvez y écrire et qu’il y reste de la place");
        }
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
