package fr.roubaix.cln.domaine.candidature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.Verification.Constat;
import fr.roubaix.cln.domaine.candidature.Verification.Issue;
import fr.roubaix.cln.domaine.habitant.ClasseAge;

class VerificationTest {

    private static final Optional<ClasseAge> ADULTE = Optional.of(ClasseAge.DE_26_A_64);

    @Test
    void an_ordinary_application_on_a_kiosk_has_nothing_to_verify() {
        var toutes = Verification.de(ADULTE, false, Circonstances.BORNE, 0);
        assertThat(toutes).hasSize(Verification.Point.values().length).allMatch(v -> v.issue() == Issue.OK);
        assertThat(toutes).allMatch(v -> v.point().article().equals("art. 7 §1"));
    }

    @Test
    void under_sixteen_and_an_undecided_likeness_stand_in_the_way() {
        assertThat(Verification.de(Optional.empty(), false, Circonstances.BORNE, 1))
                .filteredOn(v -> v.issue() == Issue.BLOQUANT)
                .extracting(Verification::constat)
                .containsExactly(Constat.MOINS_DE_SEIZE_ANS, Constat.RESSEMBLE_A_UNE_AUTRE);
    }

    @Test
    void a_time_from_a_doubtful_clock_is_neither_in_time_nor_late() {
        assertThat(constats(true, Circonstances.BORNE)).contains(Constat.HORS_DES_DATES);
        assertThat(constats(true, Circonstances.BORNE.avecHorlogeDouteuse(true)))
                .contains(Constat.HORLOGE_DOUTEUSE)
                .doesNotContain(Constat.HORS_DES_DATES);
    }

    @Test
    void a_sector_that_an_agent_confirmed_is_looked_at_again() {
        assertThat(constats(false, Circonstances.BORNE.avecSecteurConfirme(true)))
                .contains(Constat.SECTEUR_CONFIRME_PAR_UN_AGENT);
    }

    @Test
    void a_paper_form_must_be_filed_and_signed() {
        assertThat(constats(false, papier(Optional.empty(), false))).contains(Constat.ORIGINAL_NON_CLASSE);
        var numero = Optional.of(new NumeroDOriginal("CENTRE-0012"));
        assertThat(constats(false, papier(numero, false))).contains(Constat.FICHE_SANS_SIGNATURE);
        assertThat(constats(false, papier(numero, true))).contains(Constat.FICHE_SIGNEE);
    }

    private static java.util.List<Constat> constats(boolean horsDelai, Circonstances circonstances) {
        return Verification.de(ADULTE, horsDelai, circonstances, 0).stream()
                .map(Verification::constat)
                .toList();
    }

    private static Circonstances papier(Optional<NumeroDOriginal> numero, boolean signee) {
        return new Circonstances(Origine.PAPIER, numero, Optional.of("lina.d"), signee, false, false);
    }
}
