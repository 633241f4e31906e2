package fr.roubaix.cln.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One published draw: its list, the options of the command, and the bytes that must come out. */
record Vector(String name) {

    static Stream<Vector> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .map(name -> new Vector(name.substring(0, name.length() - ".csv".length())))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path list() {
        return folder().resolve(name + ".csv");
    }

    byte[] listBytes() {
        return bytes(list());
    }

    byte[] pv() {
        return bytes(folder().resolve(name + ".pv.json"));
    }

    List<String> options() {
        return List.of(new String(bytes(folder().resolve(name + ".args")), StandardCharsets.UTF_8)
                .strip()
                .split(" "));
    }

    @Override
    public String toString() {
        return name;
    }

    private static Path folder() {
        try {
            return Path.of(Vector.class.getResource("/vectors/tirage").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
