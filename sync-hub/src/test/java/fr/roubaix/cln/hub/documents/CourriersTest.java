package fr.roubaix.cln.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(
                            "Samira N’Diaye & Łódź 12 rue de l’Alma 59100 Roubaix",
                            CODE.toString(),
                            "Votre date de naissance est illisible",
                            "au plus tard le lundi 31 mai 2027",
                            "mairie de quartier Nord",
                            "07 87 25 07 09",
                            "Maud V. Secrétariat du CLN")
                    .doesNotContain("Madame", "Monsieur");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
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
                "Maud V.",
                "Secrétariat du CLN",
                Secteur.NORD);
    }
}
