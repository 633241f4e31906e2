package fr.roubaix.cln.hub.appel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.security.Identifiant;

/** The paper form: what it asks, whether everybody can read it, whether it can be filled in. */
class FichesPapierTest extends HubScreens {

    private static final Identifiant MAUD = new Identifiant("maud.v");

    @Autowired
    private FichesPapier fiches;

    @Autowired
    private MessageSource textes;

    @Test
    void the_form_to_fill_in_is_accessible_and_its_fields_stand_in_reading_order() throws Exception {
        byte[] pdf = fiches.aTelecharger(suivi());
        keep("fiche-a-remplir", pdf);
        PdfChecks.isAccessible(pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(formTags(document))
                    .containsSubsequence(
                            "Nom de naissance",
                            "Nom d’usage, s’il est différent",
                            "Prénoms",
                            "Jour",
                            "Mois",
                            "Année",
                            "Numéro et rue, à Roubaix",
                            "Centre",
                            "Sud",
                            "les femmes",
                            "sans préférence",
                            "Téléphone, si vous voulez",
                            "Courriel, si vous voulez",
                            "Mon nom peut être publié")
                    .hasSize(22);
            assertThat(document.getDocumentCatalog().getAcroForm().getFields())
                    .allSatisfy(
                            field -> assertThat(field.getAlternateFieldName()).isNotBlank());
        }
    }

    @Test
    void what_is_typed_in_the_form_stays_in_it() throws Exception {
        try (PDDocument document = Loader.loadPDF(fiches.aTelecharger(suivi()))) {
            var form = document.getDocumentCatalog().getAcroForm();
            form.getField("nomDeNaissance").setValue("N’Diaye-Çelik");
            form.getField("parite").setValue("FEMMES");
            form.getField("secteur").setValue("NORD");
            form.getField("attestation").setValue("Oui");
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            keep("fiche-remplie", bytes.toByteArray());
            try (PDDocument again = Loader.loadPDF(bytes.toByteArray())) {
                assertThat(again.getDocumentCatalog().getAcroForm().getFields().stream()
                                .filter(field -> !field.getValueAsString().isEmpty()
                                        && !field.getValueAsString().equals("Off"))
                                .map(field -> field.getPartialName() + "=" + field.getValueAsString()))
                        .containsExactlyInAnyOrder(
                                "nomDeNaissance=N’Diaye-Çelik", "parite=FEMMES", "secteur=NORD", "attestation=Oui");
            }
            PdfChecks.isAccessible(bytes.toByteArray());
        }
    }

    @Test
    void a_batch_bears_each_number_once_and_can_be_archived() throws Exception {
        byte[] pdf = fiches.lot(suivi(), new LotDeFiches(Secteur.NORD, 12, 14, Instant.EPOCH, MAUD));
        keep("lot", pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        String text = text(pdf);
        assertThat(text)
                .contains("Nord 0012", "Nord 0013", "Nord 0014", "07 87 25 07 09", "dimanche 6 juin 2027")
                .doesNotContain("Nord 0011", "Nord 0015");
        assertThat(text.split("page 2 sur 2", -1)).as("each form on two pages").hasSize(4);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(6);
        }
    }

    @Test
    void the_same_form_has_the_same_bytes() {
        assertThat(fiches.aTelecharger(suivi())).isEqualTo(fiches.aTelecharger(suivi()));
        var lot = new LotDeFiches(Secteur.EST, 1, 2, Instant.EPOCH, MAUD);
        assertThat(fiches.lot(suivi(), lot)).isEqualTo(fiches.lot(suivi(), lot));
    }

    /** Paper and kiosk ask one thing in one way. */
    @Test
    void the_questions_are_those_of_the_kiosks_in_their_order() throws IOException {
        String text = text(fiches.aTelecharger(suivi())).replaceAll("\\s+", " ");
        assertThat(text)
                .containsSubsequence(List.of("nom", "naissance", "adresse", "parite", "contact", "relecture").stream()
                        .map(etape -> textes.getMessage("parcours.etape." + etape + ".question", null, Locale.FRENCH)
                                .replace('\u00a0', ' '))
                        .toList());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static List<String> formTags(PDDocument document) {
        var found = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), found);
        return found;
    }

    private static void collect(PDStructureNode node, List<String> found) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Form")) {
                    found.add(element.getAlternateDescription());
                }
                collect(element, found);
            }
        }
    }

    /** Where somebody who changes a template can look at the result. */
    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name + ".pdf"), pdf);
    }

    private static AppelSuivi suivi() {
        return new AppelSuivi(
                new Appel(
                        new AppelId("2027"),
                        LocalDate.of(2027, 5, 5),
                        LocalDate.of(2027, 6, 6),
                        null,
                        LocalDate.of(2027, 6, 6),
                        LocalDate.of(2027, 6, 13),
                        "Hôtel de ville, salle Pierre-de-Roubaix"),
                "Appel à candidatures 2027",
                Instant.parse("2027-05-01T08:00:00Z"),
                MAUD,
                Optional.empty());
    }
}
