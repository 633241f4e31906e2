package fr.roubaix.cln.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The French words of the kiosk's screens by their keys: a journey that reads them here survives a change of wording. */
final class Words {

    private static final List<String> FILES = List.of(
            "src/web/src/main/resources/cln-i18n/mots_fr.properties",
            "kiosk-app/src/main/resources/vaadin-i18n/translations_fr.properties");

    private final Properties words = new Properties();

    Words(Path root) {
        for (String file : FILES) {
            try (var in = Files.newBufferedReader(root.resolve(file))) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the screen says for a key. */
    String of(String key) {
        String said = words.getProperty(key);
        if (said == null) {
            throw new AssertionError("no screen says « " + key + " » any more");
        }
        return said;
    }
}
