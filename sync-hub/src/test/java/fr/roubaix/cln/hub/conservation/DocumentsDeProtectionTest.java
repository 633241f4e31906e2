package fr.roubaix.cln.hub.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.test.context.support.WithMockUser;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.security.Role;

/** What the officer keeps on file says the rules and the roles as they are, and everybody can read it. */
@WithMockUser(username = "dpo", roles = "DPO")
class DocumentsDeProtectionTest extends HubScreens {

    @Autowired
    private DocumentsDeProtection documents;

    @Autowired
    private MessageSource textes;

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
    void every_answer_of_the_form_and_every_word_of_the_public_list_is_said() throws Exception {
        String text = text(documents.registreDesTraitements());
        assertThat(DocumentsDuTraitement.donnees())
                .contains("nomDeNaissance", "nomDUsage", "prenoms", "naissance", "voie", "complement")
                .contains("secteur", "parite", "telephone", "courriel", "publication")
                .allSatisfy(donnee -> assertThat(text).contains(word("traitement.donnee." + donnee)));
        assertThat(Arrays.stream(Ligne.class.getRecordComponents()).map(RecordComponent::getName))
                .hasSize(5)
                .allSatisfy(publiee -> assertThat(text).contains(word("traitement.publiee." + publiee)));
    }

    /** What is written of a role cannot say less than its screens show. */
    @Test
    void a_role_is_said_to_see_no_identity_only_when_no_screen_of_people_opens_for_it() throws Exception {
        var seers = new HashSet<Role>();
        for (String screen : List.of("candidature.CandidaturesView", "droits.DroitsView")) {
            for (String role : Class.forName("fr.roubaix.cln.hub." + screen)
                    .getAnnotation(RolesAllowed.class)
                    .value()) {
                seers.add(Role.valueOf(role));
            }
        }
        assertThat(seers).contains(Role.SECRETARIAT, Role.DPO);
        for (var role : Role.values()) {
            boolean none = word("traitement.role." + role).matches("(Aucune identité|Des nombres seulement|Rien).*");
            assertThat(none).as(role.name()).isEqualTo(!seers.contains(role));
        }
    }

    @Test
    void both_are_dated_and_bear_the_day_on_which_they_were_asked_for() throws Exception {
        clock.set(Instant.parse("2027-05-10T22:30:00Z"));
        assertThat(text(documents.registreDesTraitements())).contains("11 mai 2027");
        assertThat(text(documents.examenPrealable())).contains("11 mai 2027");
        clock.advance(Duration.ofDays(1));
        assertThat(text(documents.examenPrealable())).contains("12 mai 2027");
    }

    private String word(String key) {
        return plain(textes.getMessage(key, null, Locale.FRENCH));
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
