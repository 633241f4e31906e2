package fr.roubaix.cln.hub.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;

/** What people are told about their data: the same words as a page and as a document, readable by everybody. */
@WithAnonymousUser
class NoticesTest extends HubScreens {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private MessageSource textes;

    @ParameterizedTest
    @EnumSource(Notice.class)
    void a_notice_says_the_same_as_a_page_and_as_an_accessible_document(Notice notice) throws Exception {
        var texte = notice.texte(textes);
        assertThat(texte.sections()).hasSizeGreaterThan(4);
        String page = answer(notice.chemin()).getContentAsString();
        byte[] pdf = answer(notice.chemin() + ".pdf").getContentAsByteArray();
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(notice.cle() + ".pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        String printed;
        try (var document = Loader.loadPDF(pdf)) {
            printed = plain(new PDFTextStripper().getText(document));
        }
        for (Notice.Section section : texte.sections()) {
            assertThat(page).contains(section.titre());
            assertThat(printed).contains(plain(section.titre()));
            section.phrases().forEach(phrase -> assertThat(plain(page)).contains(plain(phrase)));
        }
        assertThat(page).doesNotContain("??", "<script");
    }

    /** What must be told of a published code (security and privacy, data): to whom, what, for how long, and the answer in a month. */
    @ParameterizedTest
    @EnumSource(Notice.class)
    void each_says_what_becomes_public_for_how_long_and_when_one_is_answered(Notice notice) {
        String text = plain(notice.texte(textes).sections().stream()
                .flatMap(section -> section.phrases().stream())
                .collect(Collectors.joining(" ")));
        assertThat(text)
                .contains("secteur", "femme ou homme", "16 à 25 ans", "au moins deux mois", "3 mois après")
                .contains("répond dans le mois", "CNIL")
                .containsAnyOf("responsable légal", "parents", "celui de votre enfant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registre-des-traitements", "examen-prealable"})
    void what_the_city_writes_of_the_processing_is_read_by_everybody_as_a_page_and_as_a_document(String name)
            throws Exception {
        String page = answer("/vos-donnees/" + name).getContentAsString();
        byte[] pdf = answer("/vos-donnees/" + name + ".pdf").getContentAsByteArray();
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(page).contains("aria-current=\"page\"", "<caption").doesNotContain("??", "<script");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(plain(page))
                    .contains(plain(document.getDocumentInformation().getTitle()));
        }
    }

    @Test
    void durations_and_rights_lead_to_the_notices_and_say_nothing_of_theirs_again() throws Exception {
        String rights = plain(answer("/vie-privee").getContentAsString());
        for (Notice notice : List.of(Notice.ADULTE, Notice.JEUNE, Notice.RESPONSABLE)) {
            assertThat(rights).contains("href=\"" + notice.chemin() + "\"");
            assertThat(answer(notice.chemin()).getContentAsString()).contains("href=\"/vie-privee\"");
            notice.texte(textes).sections().stream()
                    .flatMap(section -> section.phrases().stream())
                    .flatMap(phrase -> Arrays.stream(plain(phrase).split("(?<=[.?]) ")))
                    .filter(sentence -> sentence.length() > 20)
                    .forEach(sentence -> assertThat(rights).doesNotContain(sentence));
        }
    }

    @Test
    void there_is_no_notice_of_another_name() throws Exception {
        assertThat(answer("/vos-donnees/autre").getStatus()).isEqualTo(404);
        assertThat(answer("/vos-donnees/autre.pdf").getStatus()).isEqualTo(404);
    }

    private static String plain(String text) {
        return Arrays.stream(text.replace('\u00a0', ' ').split("\\s+")).collect(Collectors.joining(" "));
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .build()
                .perform(get(address))
                .andReturn()
                .getResponse();
    }
}
