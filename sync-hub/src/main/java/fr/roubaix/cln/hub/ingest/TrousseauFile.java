package fr.roubaix.cln.hub.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.PrivateFile;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.SigningKey;

/**
 * The file of the hub's keys, which only its owner may read (mode 0600): the word {@code cln-trousseau/2}, then one line
 * per pair of keys, the oldest first. A file of version 1 holds one pair on three lines.
 */
record TrousseauFile(Path path) {

    private static final String VERSION_1 = "cln-trousseau/1";
    private static final String VERSION_2 = "cln-trousseau/2";

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The pairs in this file; a new one when there is no such file.
     *
     * @throws UncheckedIOException the file can be neither read nor created
     * @throws IllegalArgumentException the file holds something else: it is left as it is
     */
    List<Generation> readOrCreate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            byte[] stored = PrivateFile.readOrCreate(path, () -> text(List.of(Generation.generate())));
            return parse(new String(stored, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or create " + path, e);
        }
    }

    /**
     * The pairs in this file.
     *
     * @throws UncheckedIOException there is no such file, or it cannot be read
     * @throws IllegalArgumentException the file holds something else
     */
    List<Generation> read() {
        try {
            return parse(Files.readString(path, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /**
     * Replaces the file at once; returns when the disk holds it.
     *
     * @throws UncheckedIOException the file is what it was
     */
    void write(List<Generation> generations) {
        try {
            PrivateFile.replace(path, text(generations));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private static byte[] text(List<Generation> generations) {
        var lines = new ArrayList<String>();
        lines.add(VERSION_2);
        generations.forEach(generation -> lines.add(line(generation)));
        lines.add("");
        return String.join("\n", lines).getBytes(StandardCharsets.US_ASCII);
    }

    private static String line(Generation generation) {
        return generation.opening().sealingKey().raw().base64url() + " "
                + Bytes.of(generation.opening().secret()).base64url() + " "
                + Bytes.of(generation.signing().pkcs8()).base64url();
    }

    private static List<Generation> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() == 4 && lines.getFirst().equals(VERSION_1)) {
            return List.of(generation(lines.subList(1, 4)));
        }
        if (lines.size() < 2 || !lines.getFirst().equals(VERSION_2)) {
            throw new IllegalArgumentException("not a trousseau");
        }
        return lines.stream()
                .skip(1)
                .map(line -> generation(List.of(line.split(" ", -1))))
                .toList();
    }

    private static Generation generation(List<String> parts) {
        if (parts.size() != 3) {
            throw damaged();
        }
        var sealing = SealingKey.parse(parts.getFirst()).orElseThrow(TrousseauFile::damaged);
        return new Generation(OpeningKey.of(sealing, secret(parts.get(1))), SigningKey.of(secret(parts.get(2))));
    }

    private static byte[] secret(String text) {
        return Bytes.parse(text).orElseThrow(TrousseauFile::damaged).toArray();
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("a damaged trousseau");
    }
}
