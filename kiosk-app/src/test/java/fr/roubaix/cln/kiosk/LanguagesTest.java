package fr.roubaix.cln.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.testkit.translation.TranslationKeys;

/** The words of residents, in each of the five languages. */
class LanguagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");
    private static final Pattern FRENCH_WORD =
            Pattern.compile("(?iU)\\b(le|les|des|est|vous|votre|vos|pour|avec|dans|une|et|aux?)\\b");
    private static final Pattern FIXED = Pattern.compile(
            "(?i)mairie de quartier( Est)?|rue de l’Alma|Conseil local du numérique|prenom@exemple.fr|bâtiment B|secteur");
    private static final Pattern HARD = Pattern.compile(
            "(?iU)\\b(dossiers?|formulaires?|soumettre|valider|candidater|modalités|mandat|instance|atteste\\w*|éligible|recevable"
                    + "|notifi\\w*|procès-verbal|dématérialisé\\w*|spécialiste|domiciliation|complément)\\b");
    private static final int WORDS = 12;

    private static Map<String, String> texts(String language) {
        return TranslationKeys.of(
                        List.of(
                                Path.of("src/main/resources/vaadin-i18n/translations_" + language + ".properties"),
                                Path.of("../src/web/src/main/resources/cln-i18n/mots_" + language + ".properties")),
                        List.of())
                .texts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr__facile", "en", "ar", "pt"})
    void every_language_has_the_keys_of_french_and_no_other(String language) {
        assertThat(texts(language).keySet())
                .containsExactlyInAnyOrderElementsOf(texts("fr").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr__facile", "en", "ar", "pt"})
    void every_language_fills_in_the_same_things_and_counts_where_french_counts(String language) {
        var french = texts("fr");
        texts(language).forEach((key, text) -> {
            assertThat(arguments(text)).as(key).isEqualTo(arguments(french.get(key)));
            if (french.get(key).contains(",choice,")) {
                assertThat(text).as(key).contains(",choice,");
            }
            if (!arguments(text).isEmpty()) {
                assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {2, 3, 4}))
                        .as(key)
                        .doesNotContain("{");
            }
        });
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr__facile", "en", "ar", "pt"})
    void no_text_uses_the_straight_apostrophe_which_a_pattern_would_swallow(String language) {
        assertThat(texts(language).values()).noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr__facile"})
    void french_keeps_its_high_marks_with_the_word_before(String language) {
        assertThat(texts(language).values()).noneMatch(text -> text.matches(".*( [?!:;»]|« ).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt"})
    void no_french_is_left_in_another_language(String language) {
        assertThat(texts(language).entrySet())
                .noneMatch(text -> FRENCH_WORD
                        .matcher(FIXED.matcher(text.getValue()).replaceAll(""))
                        .find());
    }

    @Test
    void arabic_has_no_latin_word_but_names_and_examples() {
        var allowed = Set.of(
                "CLN",
                "Roubaix",
                "CCAS",
                "rue",
                "de",
                "l",
                "Alma",
                "prenom",
                "exemple",
                "fr",
                "Belkacem",
                "Samira",
                "bâtiment",
                "B",
                "Centre",
                "Est",
                "Nord",
                "Ouest",
                "Sud",
                "F",
                "K",
                "Q",
                "MXE",
                "choice");
        var latin = texts("ar").values().stream()
                .flatMap(text -> LATIN.matcher(text).results().map(m -> m.group()));
        assertThat(latin).isSubsetOf(allowed);
    }

    @Test
    void arabic_counts_one_two_a_few_and_many() {
        var pattern = texts("ar").get("parcours.plus-tard.texte");
        var said = Stream.of(1, 2, 3, 10, 11, 99)
                .map(n -> new MessageFormat(pattern, Locale.ROOT).format(new Object[] {n}))
                .map(text -> text.substring(text.indexOf(' ') + 1, text.indexOf('،')));
        assertThat(said).containsExactly("دقيقة واحدة", "دقيقتين", "3 دقائق", "10 دقائق", "11 دقيقة", "99 دقيقة");
    }

    @Test
    void easy_french_has_short_sentences() {
        var tooLong = texts("fr__facile").entrySet().stream()
                .flatMap(text -> sentences(text.getValue()).map(s -> text.getKey() + ": " + s))
                .filter(sentence -> words(sentence.substring(sentence.indexOf(": ") + 2)) > WORDS);
        assertThat(tooLong).isEmpty();
    }

    @Test
    void easy_french_has_no_hard_word() {
        assertThat(texts("fr__facile").entrySet())
                .noneMatch(text -> HARD.matcher(text.getValue()).find());
    }

    private static Stream<String> sentences(String text) {
        return Arrays.stream(text.replace('\u00a0', ' ').split("[.?!:…]+(?:\\s|$)"));
    }

    private static long words(String sentence) {
        return Arrays.stream(sentence.split("\\s+"))
                .filter(w -> w.matches("(?U).*\\w.*"))
                .count();
    }
}
