package fr.roubaix.cln.domaine.conservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation.Mode;

class RegleDeConservationTest {

    @ParameterizedTest
    @CsvSource({
        "CANDIDATURE_NON_RETENUE, 2027-06-13, 2027-09-13",
        "CANDIDATURE_NON_RETENUE, 2027-11-30, 2028-02-29",
        "CANDIDATURE_NON_RETENUE, 2026-11-30, 2027-02-28",
        "JOURNAL_DES_ACCES, 2027-05-20, 2028-05-20",
        "JOURNAL_DES_ACCES, 2028-02-29, 2029-02-28",
        "DEMANDE_DE_DROITS, 2027-06-01, 2032-06-01",
        "COORDONNEES_DE_MEMBRE, 2029-06-13, 2029-09-13",
        "DECLARATION_D_INTERET, 2029-06-13, 2029-12-13",
        "EMARGEMENT, 2027-10-04, 2028-10-04",
        "SAUVEGARDE, 2027-01-31, 2027-03-02",
    })
    void data_is_kept_to_the_end_of_its_last_day(RegleDeConservation regle, LocalDate depart, LocalDate dernier) {
        assertThat(regle.echeance(depart)).contains(dernier);
        assertThat(regle.echue(depart, dernier)).isFalse();
        assertThat(regle.echue(depart, dernier.plusDays(1))).isTrue();
    }

    @Test
    void the_draw_list_is_kept_for_ever() {
        assertThat(RegleDeConservation.LISTE_DU_TIRAGE.echeance(LocalDate.EPOCH))
                .isEmpty();
        assertThat(RegleDeConservation.LISTE_DU_TIRAGE.echue(LocalDate.EPOCH, LocalDate.MAX))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_says_in_words_all_that_the_register_of_processing_asks_for(RegleDeConservation regle) {
        assertThat(regle.titre()).isNotBlank();
        assertThat(regle.fondement()).isNotBlank();
        assertThat(regle.depart().titre()).isNotBlank();
        assertThat(regle.duree()).isNotBlank();
        assertThat(regle.detruit()).isNotBlank();
        assertThat(regle.garde()).isNotBlank();
    }

    @Test
    void nothing_is_destroyed_without_a_visa_but_backups_and_what_was_never_written() {
        assertThat(Arrays.stream(RegleDeConservation.values())
                        .filter(regle -> regle.mode() == Mode.AUTOMATIQUE || regle.mode() == Mode.EN_MEMOIRE))
                .containsExactly(RegleDeConservation.BROUILLON_DE_BORNE, RegleDeConservation.SAUVEGARDE);
    }

    @Test
    void durations_read_in_french() {
        assertThat(Arrays.stream(RegleDeConservation.values()).map(RegleDeConservation::duree))
                .containsExactly(
                        "aucune",
                        "3 mois",
                        "3 mois",
                        "sans limite",
                        "3 mois",
                        "6 mois",
                        "1 an",
                        "12 mois",
                        "5 ans",
                        "30 jours");
    }
}
