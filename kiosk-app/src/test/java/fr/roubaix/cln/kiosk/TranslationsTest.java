package fr.roubaix.cln.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.web.DisplaySettings;
import fr.roubaix.cln.web.DisplaySettings.Theme;

/** The views are built from keys put together at run time: this reads the sources of the application and of its fields. */
class TranslationsTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("../src/web/src/main/java"));
    private static final Path FRENCH = Path.of("src/main/resources/vaadin-i18n/translations_fr.properties");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\\s]*)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");

    @Test
    void every_text_is_shown_somewhere() throws IOException {
        String sources = sources();
        Set<String> literals = found(LITERAL, sources);
        Set<String> words = Stream.concat(
                        literals.stream().flatMap(literal -> Arrays.stream(literal.split("\\.", -1))),
                        Stream.concat(constants(), found(CONSTANT, sources).stream())
                                .flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT))))
                .collect(Collectors.toSet());
        Set<String> unused = keys().stream()
                .filter(key -> !literals.contains(key) && !composed(key, literals, words))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("texts nobody shows").isEmpty();
    }

    /** A literal begins the key, and each further part is a word that the sources or an enum also hold. */
    private static boolean composed(String key, Set<String> literals, Set<String> words) {
        String[] parts = key.split("\\.", -1);
        String start = "";
        for (int i = 0; i < parts.length - 1; i++) {
            start += parts[i];
            if ((literals.contains(start + ".") || literals.contains(start))
                    && Arrays.stream(parts, i + 1, parts.length)
                            .allMatch(part -> words.contains(part) || part.matches("[0-9]"))) {
                return true;
            }
            start += ".";
        }
        return false;
    }

    @Test
    void every_key_written_whole_has_its_text() throws IOException {
        Set<String> keys = keys();
        Set<String> families =
                keys.stream().map(key -> key.substring(0, key.indexOf('.') + 1)).collect(Collectors.toSet());
        Set<String> missing = found(LITERAL, sources()).stream()
                .filter(literal -> families.stream().anyMatch(literal::startsWith))
                .filter(literal -> keys.stream()
                        .noneMatch(key ->
                                key.equals(literal) || key.startsWith(literal.endsWith(".") ? literal : literal + ".")))
                .filter(literal -> !literal.endsWith(".") || literal.length() > 1)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("keys without text").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nom, VIDE TROP_LONG CARACTERE_INTERDIT SANS_LETTRE",
        "prenoms, VIDE TROP_LONG CARACTERE_INTERDIT SANS_LETTRE",
        "usage, TROP_LONG CARACTERE_INTERDIT SANS_LETTRE",
        "voie, VIDE TROP_LONG CARACTERE_INTERDIT SANS_LETTRE",
        "complement, TROP_LONG CARACTERE_INTERDIT",
        "telephone, TELEPHONE_MAL_FORME",
        "courriel, COURRIEL_MAL_FORME",
        "naissance, JOUR_MANQUANT MOIS_MANQUANT ANNEE_MANQUANTE JOUR_HORS_LIMITES MOIS_HORS_LIMITES "
                + "ANNEE_SUR_QUATRE_CHIFFRES DATE_INEXISTANTE DATE_FUTURE AGE_INVRAISEMBLABLE"
    })
    void every_reason_for_refusing_a_field_is_a_sentence(String field, String reasons) throws IOException {
        assertThat(keys())
                .containsAll(Arrays.stream(reasons.split(" ", -1))
                        .map(Motif::valueOf)
                        .map(reason -> "saisie." + field + ".erreur." + reason)
                        .toList());
    }

    @Test
    void every_choice_and_every_fault_of_the_printer_has_its_words() throws IOException {
        assertThat(keys())
                .containsAll(named("saisie.parite.", "", Parite.values()))
                .containsAll(named("saisie.publication.", "", Publication.values()))
                .containsAll(named("saisie.secteur.", ".mairie", Secteur.values()))
                .containsAll(named("frame.contraste.", "", Theme.values()))
                .containsAll(named("candidature.fin.recu.manque.", "", Raison.values()))
                .containsAll(named("candidature.fin.recu.manque.", ".texte", Raison.values()))
                .contains("frame.taille." + DisplaySettings.SIZES);
    }

    private static List<String> named(String before, String after, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> before + constant.name() + after)
                .toList();
    }

    @Test
    void no_key_is_given_twice() throws IOException {
        var seen = new TreeSet<String>();
        assertThat(Files.readAllLines(FRENCH).stream()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key)))
                .isEmpty();
    }

    @Test
    void every_text_keeps_the_typography_of_french() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            // A date pattern quotes its own literals; every other text goes through MessageFormat, where ' swallows.
            if (!key.startsWith("candidature.date")) {
                assertThat(text).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, Locale.FRENCH).format(new Object[] {"a", "b", "c"}))
                        .as(key)
                        .doesNotContain("{");
            }
            // A question that says everything needs no second sentence.
            if (!key.endsWith(".precision")) {
                assertThat(text).as(key).isNotBlank();
            }
            assertThat(text).as(key).doesNotContainPattern("[^\u00a0][?!;:»]( |$)");
            assertThat(text).as(key).doesNotContain("\u202f", "·e", "(e)");
        }
    }

    private static Stream<String> constants() {
        return Stream.<Enum<?>[]>of(
                        Parite.values(), Publication.values(), Secteur.values(), Theme.values(), Motif.values())
                .flatMap(Arrays::stream)
                .map(Enum::name);
    }

    private static Set<String> keys() throws IOException {
        return texts().stringPropertyNames();
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(FRENCH), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (Path folder : SOURCES) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    private static Set<String> found(Pattern pattern, String sources) {
        return pattern.matcher(sources)
                .results()
                .map(match -> match.group(match.groupCount()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
