package fr.roubaix.cln.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at exists. */
class DocumentationTest {

    private static final Path ROOT = Path.of(System.getProperty("cln.racine", "."));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern TYPE = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+)`");

    static Stream<Path> documents() throws IOException {
        try (var files = Files.walk(ROOT.resolve("src/docs"))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), found.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_somewhere(Path document) throws IOException {
        assertThat(LINK.matcher(Files.readString(document))
                        .results()
                        .map(m -> m.group(1))
                        .filter(link -> !link.startsWith("http"))
                        .filter(link -> Files.notExists(document.resolveSibling(link)))
                        .toList())
                .isEmpty();
    }

    @Test
    void every_java_type_of_the_glossary_exists() throws IOException {
        String sources = sources();
        assertThat(TYPE.matcher(Files.readString(ROOT.resolve("src/docs/glossary.md")))
                        .results()
                        .map(m -> m.group(1).replace('.', '/'))
                        .filter(type -> !sources.contains(type + ".java"))
                        .toList())
                .isEmpty();
    }

    @Test
    void decisions_are_numbered_without_gap() throws IOException {
        try (var files = Files.list(ROOT.resolve("src/docs/decisions"))) {
            List<Integer> numbers = files.map(
                            f -> Integer.valueOf(f.getFileName().toString().substring(0, 4)))
                    .sorted()
                    .toList();
            assertThat(numbers)
                    .isEqualTo(
                            Stream.iterate(1, n -> n + 1).limit(numbers.size()).toList());
        }
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return String.join(
                    "\n",
                    files.map(Path::toString).filter(f -> f.endsWith(".java")).toList());
        }
    }
}
