package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The shipped profiles in a folder, to be spoilt. */
record CopyOfShipped(Path folder) {

    /** Where the build puts them. */
    static Path shipped() {
        try {
            return Path.of(Profiles.class.getResource("index").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every shipped file, by its path in the folder. */
    static List<String> files() throws IOException {
        try (var paths = Files.walk(shipped())) {
            return paths.filter(p -> p.toString().endsWith(".yaml"))
                    .map(p -> shipped().relativize(p).toString())
                    .sorted()
                    .toList();
        }
    }

    static CopyOfShipped into(Path folder) throws IOException {
        for (String file : files()) {
            Path copy = folder.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(shipped().resolve(file), copy);
        }
        return new CopyOfShipped(folder);
    }

    /** Writes something else in one place of a file, which must be there. */
    String spoil(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        String yaml = Files.readString(path);
        assertThat(yaml).contains(right);
        String spoilt = yaml.replace(right, wrong.replace("\\n", "\n"));
        Files.writeString(path, spoilt);
        return spoilt;
    }

    void write(String file, String yaml) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, yaml);
    }

    Profiles load() {
        return Profiles.shippedAnd(folder);
    }
}
