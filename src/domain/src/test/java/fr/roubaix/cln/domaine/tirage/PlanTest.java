package fr.roubaix.cln.domaine.tirage;

import static fr.roubaix.cln.domaine.tirage.Lecture.PRIORITE_ABSOLUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/** What the plan tells the officials before the dice. */
class PlanTest {

    private final List<Ligne> lignes = new ArrayList<>();

    private PlanTest secteur(Secteur secteur, int femmes, int hommes) {
        return secteur(secteur, femmes, 0, hommes, 0, 0);
    }

    private PlanTest secteur(
            Secteur secteur, int femmes, int prioritaires, int hommes, int reconduites, int reconduits) {
        lignes.addAll(Listes.groupe(secteur, Sexe.F, femmes, prioritaires, reconduites));
        lignes.addAll(Listes.groupe(secteur, Sexe.H, hommes, 0, reconduits));
        return this;
    }

    private Plan plan(Lecture lecture) {
        return Plan.pour(Listes.liste(lignes), lecture);
    }

    private static String phrase(Plan plan, Secteur secteur) {
        List<Repartition> possibles = plan.possibles(secteur);
        assertThat(possibles).hasSize(1);
        return possibles.getFirst().phrase();
    }

    private static List<String> phrases(Plan plan) {
        return plan.constats().stream().map(Constat::phrase).toList();
    }

    @Test
    void the_dice_decide_nothing_where_everybody_fits_and_something_as_soon_as_one_does_not() {
        assertThat(secteur(Secteur.NORD, 2, 2).plan(PRIORITE_ABSOLUE).sortNecessaire())
                .isFalse();
        assertThat(secteur(Secteur.SUD, 3, 2).plan(PRIORITE_ABSOLUE).sortNecessaire())
                .isTrue();
    }

    @Test
    void every_number_of_women_has_its_sentence_and_its_article() {
        Plan plan = secteur(Secteur.CENTRE, 0, 5)
                .secteur(Secteur.EST, 1, 5)
                .secteur(Secteur.NORD, 2, 5)
                .secteur(Secteur.OUEST, 3, 1)
                .secteur(Secteur.SUD, 4, 0)
                .plan(PRIORITE_ABSOLUE);

        assertThat(plan.ecart()).isZero();
        assertThat(phrase(plan, Secteur.CENTRE))
                .isEqualTo("Aucune femme n’est candidate ni reconduite : les sièges reviennent aux hommes"
                        + " (art. 7 §3, critère n° 2).");
        assertThat(phrase(plan, Secteur.EST))
                .isEqualTo("Une seule femme est candidate ou reconduite : elle est retenue par défaut"
                        + " (art. 7 §3, critère n° 2).");
        assertThat(phrase(plan, Secteur.NORD))
                .isEqualTo("Deux femmes sont candidates ou reconduites : elles sont retenues"
                        + " (art. 7 §3, critère n° 2).");
        assertThat(phrase(plan, Secteur.OUEST))
                .isEqualTo("Trois femmes sont candidates ou reconduites : elles sont toutes retenues, sans atteinte au"
                        + " critère n° 3 (art. 7 §3, critère n° 2).");
        assertThat(phrase(plan, Secteur.SUD))
                .isEqualTo(
                        "Quatre femmes ou plus sont candidates ou reconduites : le règlement ne fixe pas leur nombre,"
                                + " le tirage vise la parité (art. 7 §3, critère n° 2). Les sièges restants et les"
                                + " candidatures imposent 4 au lieu de 2 (art. 7 §4 et §5).");
    }

    @Test
    void each_grade_of_derogation_has_its_sentence() {
        assertThat(repartition(2, 3, 3, Derogation.SANS_ATTEINTE, MotifDeRepartition.TIRAGE))
                .endsWith("Ce nombre est ajusté à 3 pour la parité de l’ensemble, là où le règlement n’en fixe pas"
                        + " (art. 7 §3, « En cas de déséquilibre »).");
        assertThat(repartition(3, 2, 2, Derogation.LEGERE, MotifDeRepartition.TROIS_FEMMES))
                .endsWith("Par dérogation, 2 au lieu de 3 pour la parité de l’ensemble (art. 7 §3).");
        assertThat(repartition(3, 1, 3, Derogation.FORTE, MotifDeRepartition.TROIS_FEMMES))
                .endsWith("Par dérogation, une seule est retenue au lieu de 3 pour la parité de l’ensemble"
                        + " (art. 7 §3).");
        assertThat(repartition(2, 0, 4, Derogation.EXTREME, MotifDeRepartition.DEUX_FEMMES))
                .endsWith("Par dérogation, aucune femme n’est retenue, au lieu de 2, pour la parité de l’ensemble"
                        + " (art. 7 §3).");
        assertThat(repartition(2, 2, 2, null, MotifDeRepartition.TROIS_FEMMES_CRITERE_3))
                .isEqualTo("Trois femmes sont candidates ou reconduites ; les retenir toutes porterait atteinte au"
                        + " critère n° 3 : deux sont retenues (art. 7 §3, critères n° 2 et n° 3).");
    }

    private static String repartition(
            int nominal, int femmes, int hommes, @Nullable Derogation derogation, MotifDeRepartition motif) {
        return new Repartition(Secteur.NORD, femmes + hommes, femmes, hommes, nominal, derogation, motif).phrase();
    }

    @Test
    void a_sector_where_nobody_applies_leaves_its_seats_vacant() {
        Plan plan = secteur(Secteur.SUD, 2, 1).plan(PRIORITE_ABSOLUE);
        assertThat(phrase(plan, Secteur.NORD))
                .isEqualTo("Personne n’est candidat ni reconduit dans ce secteur : ses sièges restent vacants"
                        + " (art. 4 §1).");
        assertThat(phrases(plan))
                .contains(
                        "La parité est hors d’atteinte avec ces candidatures : l’écart le plus faible possible entre les"
                                + " femmes et les hommes est de 1 (art. 7 §3, critère n° 2).",
                        "Secteur Nord : 4 sièges restent vacants, faute de candidatures ; un secteur ne prend pas les"
                                + " sièges d’un autre (art. 4 §1).",
                        "Secteur Sud : 1 siège reste vacant, faute de candidatures ; un secteur ne prend pas les sièges"
                                + " d’un autre (art. 4 §1).");
    }

    @Test
    void people_without_any_chance_are_counted_before_the_dice_under_each_reading() {
        secteur(Secteur.NORD, 5, 2, 2, 0, 0);
        assertThat(phrases(plan(PRIORITE_ABSOLUE)))
                .contains("Secteur Nord : 3 candidates de 26 à 64 ans n’ont aucune chance d’être tirées sous cette"
                        + " lecture du critère n° 3 (art. 7 §3).");
        assertThat(phrases(plan(Lecture.SIEGE_RESERVE))).noneMatch(p -> p.contains("aucune chance"));
    }

    @Test
    void a_sex_for_which_renewed_members_leave_no_seat_is_told_so() {
        Plan plan = secteur(Secteur.NORD, 2, 0, 1, 2, 2).plan(PRIORITE_ABSOLUE);
        assertThat(phrases(plan))
                .contains("Secteur Nord : aucun siège ne reste pour les 2 candidates, après les mandats renouvelés"
                        + " (art. 7 §4) et la parité (art. 7 §3).")
                .noneMatch(p -> p.contains("aucune chance"));
        assertThat(plan.siegesATirer()).isZero();
    }

    @Test
    void tables_that_tie_are_announced_and_a_sector_then_has_several_possible_shares() {
        Plan plan = secteur(Secteur.CENTRE, 5, 5)
                .secteur(Secteur.EST, 5, 5)
                .secteur(Secteur.NORD, 1, 5)
                .plan(PRIORITE_ABSOLUE);
        assertThat(plan.tables()).containsExactly(new Table(List.of(2, 3, 1, 0, 0)), new Table(List.of(3, 2, 1, 0, 0)));
        assertThat(plan.possibles(Secteur.EST)).hasSize(2);
        assertThat(phrases(plan))
                .contains("2 répartitions entre les secteurs sont également bonnes : l’une d’elles est tirée au sort,"
                        + " avec les mêmes dés.");
        assertThat(plan.chances().getFirst().valeur()).isEqualTo(Fraction.de(1, 2));
    }

    @Test
    void the_three_interpretations_are_always_stated() {
        assertThat(secteur(Secteur.NORD, 1, 1).plan(PRIORITE_ABSOLUE).constats())
                .contains(Constat.Interpretation.values());
    }

    @Test
    void a_seed_made_for_another_list_is_a_bug() {
        var liste = Listes.liste(Listes.groupe(Secteur.NORD, Sexe.F, 3, 0, 0));
        var autre = Listes.liste(Listes.groupe(Secteur.NORD, Sexe.F, 4, 0, 0));
        var graine = Graine.de(PRIORITE_ABSOLUE, autre, Listes.DES);
        assertThatThrownBy(() -> TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
