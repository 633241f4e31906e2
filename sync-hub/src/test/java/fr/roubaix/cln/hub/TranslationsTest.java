package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /** A literal that looks like a key: words of lower case, hyphens, full stops. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");

    @Test
    void every_key_has_its_french_text_and_every_text_is_used() throws IOException {
        Properties texts = texts();
        Set<String> literals = literals();
        Set<String> unused = new TreeSet<>();
        for (String key : texts.stringPropertyNames()) {
            boolean whole = literals.contains(key);
            boolean composed =
                    literals.stream().filter(literal -> literal.endsWith(".")).anyMatch(key::startsWith);
            boolean suffixed = (key.endsWith(".titre") || key.endsWith(".message"))
                    && literals.contains(key.substring(0, key.lastIndexOf('.')));
            if (!whole && !composed && !suffixed) {
                unused.add(key);
            }
        }
        assertThat(unused).as("texts nobody shows").isEmpty();
    }

    @Test
    void every_key_shown_has_a_text() throws IOException {
        Properties texts = texts();
        Set<String> known = texts.stringPropertyNames();
        Set<String> families = known.stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Set<String> missing = literals().stream()
                .filter(literal -> literal.contains(".") && !literal.endsWith("."))
                .filter(literal -> families.contains(literal.substring(0, literal.indexOf('.'))))
                .filter(literal -> !known.contains(literal) && !known.contains(literal + ".titre"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).as("keys without text").isEmpty();
    }

    @Test
    void every_text_is_a_pattern_that_can_be_filled() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            String filled =
                    new MessageFormat(texts.getProperty(key), Locale.FRANCE).format(new Object[] {2, 3, 4, 5, 6});
            assertThat(filled).as(key).isNotBlank().doesNotContain("{");
        }
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var stream = TranslationsTest.class.getResourceAsStream("/vaadin-i18n/translations_fr.properties");
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> literals() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var literals = new TreeSet<String>();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(match -> literals.add(match.group(1)));
            }
            return literals;
        }
    }
}
