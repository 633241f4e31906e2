package fr.roubaix.cln.domaine.habitant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.habitant.Saisie.Motif;

class DateDeNaissanceTest {

    private static final LocalDate AUJOURDHUI = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', 2, 2000, JOUR_MANQUANT",
                "1, '', 2000, MOIS_MANQUANT",
                "1, 2, '', ANNEE_MANQUANTE",
                "0, 2, 2000, JOUR_HORS_LIMITES",
                "32, 1, 2000, JOUR_HORS_LIMITES",
                "x, 1, 2000, JOUR_HORS_LIMITES",
                "١, 1, 2000, JOUR_HORS_LIMITES",
                "1, 0, 2000, MOIS_HORS_LIMITES",
                "1, 13, 2000, MOIS_HORS_LIMITES",
                "31, 2, 2000, DATE_INEXISTANTE",
                "31, 4, 2000, DATE_INEXISTANTE",
                "29, 2, 2001, DATE_INEXISTANTE",
                "29, 2, 1900, DATE_INEXISTANTE",
                "1, 1, 20256, ANNEE_SUR_QUATRE_CHIFFRES",
                "1, 1, 85, ANNEE_SUR_QUATRE_CHIFFRES",
                "1, 1, -985, ANNEE_SUR_QUATRE_CHIFFRES",
                "23, 11, 2026, DATE_FUTURE",
                "22, 11, 1905, AGE_INVRAISEMBLABLE",
                "1, 1, 0001, AGE_INVRAISEMBLABLE"
            })
    void an_impossible_date_is_refused_with_its_reason(String jour, String mois, String annee, Motif motif) {
        assertThat(DateDeNaissance.lire(jour, mois, annee, AUJOURDHUI)).isEqualTo(new Saisie.Refusee<>(motif));
    }

    @ParameterizedTest
    @CsvSource({"23, 11, 1905", "22, 11, 2026", "29, 2, 2000", "1, 1, 1985"})
    void a_plausible_date_is_read(int jour, int mois, int annee) {
        assertThat(DateDeNaissance.lire(
                        Integer.toString(jour), Integer.toString(mois), Integer.toString(annee), AUJOURDHUI))
                .isEqualTo(new Saisie.Lue<>(new DateDeNaissance(LocalDate.of(annee, mois, jour))));
    }

    @Test
    void spaces_and_a_leading_zero_do_not_matter() {
        assertThat(DateDeNaissance.lire(" 1", "01 ", "\u00A01985", AUJOURDHUI))
                .isEqualTo(new Saisie.Lue<>(new DateDeNaissance(LocalDate.of(1985, 1, 1))));
    }

    @Test
    void born_on_29_february_one_completes_a_year_on_1_march_of_a_common_year() {
        var naissance = new DateDeNaissance(LocalDate.of(2008, 2, 29));
        assertThat(naissance.ageAu(LocalDate.of(2025, 2, 28))).isEqualTo(16);
        assertThat(naissance.ageAu(LocalDate.of(2025, 3, 1))).isEqualTo(17);
        assertThat(naissance.anniversaire(16)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(naissance.anniversaire(17)).isEqualTo(LocalDate.of(2025, 3, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "2010-11-22, DE_16_A_25",
        "2000-11-23, DE_16_A_25",
        "2000-11-22, DE_26_A_64",
        "1961-11-23, DE_26_A_64",
        "1961-11-22, A_PARTIR_DE_65",
        "1905-11-23, A_PARTIR_DE_65"
    })
    void age_classes_include_both_bounds(LocalDate naissance, ClasseAge classe) {
        assertThat(new Eligibilite(AUJOURDHUI).examiner(new DateDeNaissance(naissance)))
                .isEqualTo(new Eligibilite.Verdict.Eligible(classe));
    }

    @Test
    void a_person_a_day_short_of_sixteen_is_told_when_they_may_apply() {
        assertThat(new Eligibilite(AUJOURDHUI).examiner(new DateDeNaissance(LocalDate.of(2010, 11, 23))))
                .isEqualTo(new Eligibilite.Verdict.TropJeune(LocalDate.of(2026, 11, 23)));
        assertThat(new Eligibilite(LocalDate.of(2025, 2, 28)).examiner(new DateDeNaissance(LocalDate.of(2012, 2, 29))))
                .isEqualTo(new Eligibilite.Verdict.TropJeune(LocalDate.of(2028, 2, 29)));
    }
}
