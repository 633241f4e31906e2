package fr.roubaix.cln.domaine.droits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.droits.DelaiDeDemande.Urgence;

class DelaiDeDemandeTest {

    @ParameterizedTest
    @CsvSource({
        "2027-05-20, false, 2027-06-20", // a Sunday: nothing is moved
        "2027-01-31, false, 2027-02-28",
        "2028-01-31, false, 2028-02-29",
        "2027-05-20, true, 2027-08-20",
        "2027-11-30, true, 2028-02-29",
    })
    void an_answer_is_due_within_a_month_or_three_when_extended(LocalDate recue, boolean prolongee, LocalDate fin) {
        assertThat(new DelaiDeDemande(recue, prolongee).echeance()).isEqualTo(fin);
    }

    @Test
    void it_is_extended_once_and_before_the_first_month_is_over() {
        var delai = new DelaiDeDemande(LocalDate.of(2027, 5, 20), false);
        assertThat(delai.prolongeable(LocalDate.of(2027, 6, 20))).isTrue();
        assertThat(delai.prolongeable(LocalDate.of(2027, 6, 21))).isFalse();
        assertThat(new DelaiDeDemande(LocalDate.of(2027, 5, 20), true).prolongeable(LocalDate.of(2027, 5, 21)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-06-13, A_TEMPS",
        "2027-06-14, PROCHE",
        "2027-06-20, PROCHE",
        "2027-06-21, EN_RETARD",
    })
    void the_last_week_is_near_and_the_day_after_is_late(LocalDate jour, Urgence urgence) {
        assertThat(new DelaiDeDemande(LocalDate.of(2027, 5, 20), false).urgence(jour))
                .isEqualTo(urgence);
    }
}
