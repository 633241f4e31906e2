package fr.roubaix.cln.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
