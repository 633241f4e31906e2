package fr.roubaix.cln.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.HubScreens;

/** Letters: readable by everybody, and saying what they must. */
class CourriersTest extends HubScreens {

    private static final ReceiptCode CODE = new ReceiptCode(7919);

    @Autowired
    private Courriers courriers;

    @Test
    void a_letter_says_what_is_missing_by_when_and_where_to_go_and_never_guesses_a_title() throws Exception {
        byte[] pdf = courriers.ecrire(letter(List.of("Samira N’Diaye & Łódź", "12 rue de l’Alma", "59100 Roubaix")));
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("courrier-a-completer.pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(text(pdf))
                .contains(
                        "Samira N’Diaye & Łódź 12 rue de l’Alma 59100 Roubaix",
                        CODE.affiche(),
                        "Votre date de naissance est illisible",
                        "au plus tard le lundi 31 mai 2027",
                        "mairie de quartier Nord",
                        "07 87 25 07 09",
                        "Maud V. Secrétariat du CLN")
                .doesNotContain("Madame", "Monsieur");
    }

    @Test
    void a_refusal_says_why_who_decided_and_how_to_contest_it_within_which_time() throws Exception {
        byte[] pdf = courriers.ecrire(refusal("L’adresse écrite sur la fiche est à Croix."));
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("courrier-irrecevable.pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(text(pdf))
                .contains(
                        "Samira N’Diaye & Łódź Bât. B 12 rue de l’Alma 59100 Roubaix",
                        "Votre candidature n’est pas recevable",
                        CODE.affiche(),
                        "art. 7 §1",
                        "L’adresse écrite sur la fiche est à Croix.",
                        "dans les deux mois après avoir reçu cette lettre (recours gracieux)",
                        "Grand-Place, 59100 Roubaix",
                        "tribunal administratif de Lille",
                        "R421-1",
                        "Sami K. Co-présidence du CLN")
                .doesNotContain("Madame", "Monsieur");
    }

    @Test
    void the_longest_refusal_stays_whole_and_accessible() throws Exception {
        byte[] pdf = courriers.ecrire(refusal("mot ".repeat(125).strip()));
        PdfChecks.isAccessible(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("telerecours.fr");
        }
    }

    /** A name or a street may be written in Arabic: it is joined, goes from right to left, and is read as it was typed. */
    @Test
    void an_address_in_arabic_is_laid_out_joined_and_read_in_its_order() throws Exception {
        String name = "\u0633\u0645\u064a\u0631\u0629 \u0628\u0644\u0642\u0627\u0633\u0645";
        byte[] pdf = courriers.ecrire(letter(List.of(name, "12 rue de l’Alma (\u0628\u064a\u062a)", "59100 Roubaix")));
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("courrier-arabe.pdf"), pdf);
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains(name, "12 rue de l’Alma (\u0628\u064a\u062a)");
            assertThat(signsFromTheLeft(document))
                    .as("the signs drawn, from the left: joined forms, lam and alef as one")
                    .contains("\ufee2\ufeb3\ufe8e\ufed8\ufee0\ufe91 \ufe93\ufeae\ufef4\ufee4\ufeb3");
            assertThat(spoken(document))
                    .as("the letters spoken for those signs")
                    .contains("\u0645\u0633\u0627\u0642\u0644\u0628" + "\u0629\u0631\u064a\u0645\u0633");
        }
    }

    /** What is drawn, in the order in which it is drawn. */
    private static String signsFromTheLeft(PDDocument document) throws IOException {
        var drawn = new StringBuilder();
        new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                drawn.append(text.getUnicode());
            }
        }.getText(document);
        return drawn.toString();
    }

    /** What a screen reader says in place of joined signs, from the left. */
    private static String spoken(PDDocument document) throws IOException {
        var spoken = new StringBuilder();
        for (Object token : new PDFStreamParser(document.getPage(0)).parse()) {
            if (token instanceof COSDictionary properties && properties.containsKey(COSName.ACTUAL_TEXT)) {
                spoken.append(properties.getString(COSName.ACTUAL_TEXT));
            }
        }
        return spoken.toString();
    }

    @Test
    void the_same_letter_has_the_same_bytes() {
        var to = List.of("Amel B.");
        assertThat(courriers.ecrire(letter(to))).isEqualTo(courriers.ecrire(letter(to)));
    }

    @Test
    void a_letter_to_nobody_is_not_written() {
        assertThatThrownBy(() -> letter(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static CourrierACompleter letter(List<String> to) {
        return new CourrierACompleter(
                to,
                CODE,
                List.of("Votre date de naissance est illisible : écrivez-la de nouveau.", "Votre adresse à Roubaix."),
                LocalDate.of(2027, 5, 31),
                LocalDate.of(2027, 5, 20),
                new Courrier.Signature("Maud V.", "Secrétariat du CLN"),
                Secteur.NORD);
    }

    private static CourrierDIrrecevabilite refusal(String precisions) {
        return new CourrierDIrrecevabilite(
                List.of("Samira N’Diaye & Łódź", "Bât. B", "12 rue de l’Alma", "59100 Roubaix"),
                CODE,
                "Il faut habiter Roubaix (règlement intérieur du CLN, art. 7 §1).",
                precisions,
                LocalDate.of(2027, 5, 20),
                new Courrier.Signature("Sami K.", "Co-présidence du CLN"),
                Secteur.NORD);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }
}
