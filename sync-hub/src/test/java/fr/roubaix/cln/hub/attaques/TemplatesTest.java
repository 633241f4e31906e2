package fr.roubaix.cln.hub.attaques;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What no page and no screen may be written with. */
@AnalyzeClasses(packages = "fr.roubaix.cln", importOptions = ImportOption.DoNotIncludeTests.class)
class TemplatesTest {

    private static final Path MAIN = Path.of("src", "main");

    private static final Pattern MARKUP = Pattern.compile(
            "th:utext|\\[\\(|th:inline|__\\$|<script(?![^>]*\\ssrc=)|\\son[a-z]+=|javascript:|style=\"");

    /** They ask a published draw about a code, and change nothing: no session is opened for them. */
    private static final Set<String> QUESTIONS = Set.of(
            "<form th:fragment=\"formulaire(cible, bouton)\" class=\"recherche\" method=\"post\" th:attr=\"action=${cible}\">",
            "<form method=\"post\" class=\"ecart\" th:if=\"${genre == 'tire'}\""
                    + " th:attr=\"action=|/tirages/${appel}/a-la-main|\">");

    private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");

    /** But for two drawings of our own, which nothing fills. */
    @ArchTest
    static final ArchRule a_screen_shows_text_and_never_markup = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.roubaix.cln.web.Weave")
            .and()
            .doNotHaveFullyQualifiedName("fr.roubaix.cln.web.Wordmark")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.vaadin.flow.component.Html")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.vaadin.flow.component.markdown.Markdown");

    /**
     * None of our code reads XML, so that none can be made to read a file or to grow without end. The forms of a document
     * are found again in what the typesetter read from our own template.
     */
    @ArchTest
    static final ArchRule no_xml_is_read = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.roubaix.cln.hub.documents.FormFields")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml..", "tools.jackson.dataformat.xml..");

    /** Nor are objects rebuilt from bytes that somebody else may have written. */
    @ArchTest
    static final ArchRule no_object_is_read_from_bytes =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream");

    @Test
    void a_public_page_writes_text_and_carries_no_script_of_its_own() {
        files(MAIN.resolve("resources/templates"), ".html")
                .forEach((file, text) -> assertThat(MARKUP.matcher(text)
                                .results()
                                .map(found -> found.group())
                                .toList())
                        .as(file)
                        .isEmpty());
    }

    @Test
    void a_form_that_changes_something_carries_the_word_of_its_session() {
        files(MAIN.resolve("resources/templates"), ".html")
                .forEach((file, text) -> assertThat(FORM.matcher(text).results().map(found -> found.group()))
                        .as("th:action adds the word")
                        .allMatch(form -> form.contains("method=\"get\"")
                                || form.contains("th:action=\"@{/")
                                || form.contains("th:replace=")
                                || QUESTIONS.contains(form)));
    }

    @Test
    void no_screen_puts_markup_into_a_property() {
        files(MAIN.resolve("java"), ".java")
                .forEach((file, text) -> assertThat(text)
                        .as(file)
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacent", "setInnerHtml"));
    }

    /** The list of a draw has its own form, fixed for those who compute it again. */
    @Test
    void every_table_for_a_spreadsheet_is_written_in_one_place() {
        files(MAIN.resolve("java"), ".java")
                .forEach((file, text) -> assertThat(text)
                        .as(file + " writes its own table: SpreadsheetCsv does, with formulas disarmed")
                        .doesNotContain("\\uFEFF"));
    }

    private static Map<String, String> files(Path folder, String extension) {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(extension)).toList()) {
                found.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
