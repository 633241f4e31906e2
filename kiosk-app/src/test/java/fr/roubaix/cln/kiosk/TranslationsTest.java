package fr.roubaix.cln.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.testkit.translation.TranslationKeys;

class TranslationsTest {

    private final TranslationKeys keys = keys();

    @Test
    void every_text_is_shown_somewhere() {
        assertThat(keys.unused()).isEmpty();
    }

    @Test
    void every_key_has_its_french_text() {
        assertThat(keys.missing()).isEmpty();
    }

    @Test
    void every_text_is_a_pattern_that_can_be_filled() {
        assertThat(keys.unfillable()).isEmpty();
    }

    private static TranslationKeys keys() {
        try {
            return TranslationKeys.of(
                    List.of(
                            Path.of("src/main/resources/vaadin-i18n/translations_fr.properties"),
                            Path.of("../src/web/src/main/resources/cln-i18n/mots_fr.properties")),
                    List.of(Path.of("src/main/java"), Path.of("../src/web/src/main/java")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
