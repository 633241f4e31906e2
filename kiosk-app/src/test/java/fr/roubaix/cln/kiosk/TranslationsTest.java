package fr.roubaix.cln.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.testkit.translation.TranslationKeys;

class TranslationsTest {

    private static final Pattern SENT =
            Pattern.compile("(?i)(?<!pas encore |plus être |rien n’est marqué )\\btransmis(e|s|es)?\\b");

    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n/translations_fr.properties");

    private static final Path STAFF = Path.of("src/main/resources/vaadin-i18n/personnel_fr.properties");

    private final TranslationKeys keys = TranslationKeys.of(
            List.of(TEXTS, STAFF, Path.of("../src/web/src/main/resources/cln-i18n/mots_fr.properties")),
            List.of(Path.of("src/main/java"), Path.of("../src/web/src/main/java")));

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

    /** "Transmise" is said of what the hub has signed for alone: these texts say it, and a test of each screen shows when. */
    @Test
    void no_other_text_says_that_something_is_sent() {
        var saying = TranslationKeys.of(List.of(TEXTS, STAFF), List.of()).texts().entrySet().stream()
                .filter(text -> SENT.matcher(text.getValue()).find())
                .map(Map.Entry::getKey);
        assertThat(saying)
                .containsExactlyInAnyOrder(
                        "suivre.transmise",
                        "agent.etat.DELIVERED",
                        "agent.compte.DELIVERED",
                        "agent.cloture.etat.DELIVERED",
                        // What an import newly proved, and an export of nothing.
                        "agent.import.lu",
                        "agent.export.rien");
    }
}
