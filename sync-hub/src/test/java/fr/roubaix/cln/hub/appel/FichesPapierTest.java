package fr.roubaix.cln.hub.appel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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
                            "Prénoms",
                            "Nom d’usage, s’il est différent",
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

    /** Some readers draw a look only where it stands in its field itself: they would print a filled form without its answers. */
    @Test
    void a_box_that_is_ticked_is_drawn_so_and_the_others_are_not() throws Exception {
        try (PDDocument document = Loader.loadPDF(fiches.aTelecharger(suivi()))) {
            var form = document.getDocumentCatalog().getAcroForm();
            form.getField("parite").setValue("FEMMES");
            var boxes = form.getField("parite").getWidgets();
            var page = new PDFRenderer(document).renderImageWithDPI(0, 144, ImageType.GRAY);
            float height = boxes.getFirst().getPage().getMediaBox().getHeight();
            assertThat(boxes)
                    .hasSize(3)
                    .allSatisfy(
                            box -> assertThat(box.getAppearance().getCOSObject().getItem(COSName.N))
                                    .isInstanceOf(COSDictionary.class));
            assertThat(boxes.stream().map(box -> ink(page, box.getRectangle(), height)))
                    .satisfiesExactly(
                            ink -> assertThat(ink).isGreaterThan(20),
                            ink -> assertThat(ink).isZero(),
                            ink -> assertThat(ink).isZero());
        }
    }

    /** Dark points inside a box, its frame left out. */
    private static long ink(BufferedImage page, PDRectangle box, float height) {
        var inside = page.getRaster();
        long ink = 0;
        for (float x = box.getLowerLeftX() + 3; x < box.getUpperRightX() - 3; x += .5f) {
            for (float y = box.getLowerLeftY() + 3; y < box.getUpperRightY() - 3; y += .5f) {
                ink += inside.getSample(Math.round(x * 2), Math.round((height - y) * 2), 0) < 128 ? 1 : 0;
            }
        }
        return ink;
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
