package fr.roubaix.cln.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.habitant.Eligibilite;
import fr.roubaix.cln.domaine.habitant.Eligibilite.Verdict.Eligible;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;

class CandidaturesFictivesTest {

    private static final LocalDate REFERENCE = LocalDate.of(2027, 6, 6);

    private final List<FicheDeCandidature> fiches = new CandidaturesFictives(new Random(2025), REFERENCE).toutes();

    @Test
    void there_are_120_people_of_whom_everyone_may_apply() {
        assertThat(fiches)
                .hasSize(120)
                .allMatch(f -> new Eligibilite(REFERENCE).examiner(f.habitant().naissance()) instanceof Eligible);
    }

    @Test
    void one_sector_has_a_single_woman_and_one_has_three() {
        assertThat(femmes(Secteur.NORD)).isEqualTo(1);
        assertThat(femmes(Secteur.EST)).isEqualTo(3);
    }

    @Test
    void the_same_seed_gives_the_same_people() {
        assertThat(new CandidaturesFictives(new Random(2025), REFERENCE).toutes())
                .isEqualTo(fiches);
        assertThat(new CandidaturesFictives(new Random(2026), REFERENCE).toutes())
                .isNotEqualTo(fiches);
    }

    private long femmes(Secteur secteur) {
        return fiches.stream()
                .filter(f -> f.secteur() == secteur && f.parite() == Parite.FEMMES)
                .count();
    }
}
