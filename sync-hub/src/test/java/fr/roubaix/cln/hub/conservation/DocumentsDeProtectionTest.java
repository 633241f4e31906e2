package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.security.Role;

/** What the officer keeps on file says the rules and the roles as they are, and everybody can read it. */
@WithMockUser(username = "dpo", roles = "DPO")
class DocumentsDeProtectionTest extends HubScreens {

    @Autowired
    private DocumentsDeProtection documents;

    @Test
    void the_entry_of_the_register_of_processing_says_every_rule_and_every_role() throws Exception {
        byte[] pdf = documents.registreDesTraitements();
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        String text = text(pdf);
        for (var regle : RegleDeConservation.values()) {
            assertThat(text).contains(plain(regle.duree()));
        }
        for (var role : Role.values()) {
            assertThat(text).contains(plain(role.titre()));
        }
        assertThat(text)
                .contains("Ville de Roubaix", "interprétation à confirmer")
                .doesNotContain("??");
    }

    @Test
    void the_screening_answers_each_of_the_nine_criteria() throws Exception {
        byte[] pdf = documents.examenPrealable();
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        assertThat(text(pdf))
                .contains("Personnes vulnérables", "Conclusion proposée")
                .doesNotContain("??");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    private static String plain(String text) {
        return Arrays.stream(text.replace('\u00a0', ' ').split("\\s+")).collect(Collectors.joining(" "));
    }
}
