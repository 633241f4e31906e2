package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.habitant.Sexe;

/** What the specification promises, on many random lists, against an independent oracle. */
class ProprietesDuTirageTest {

    private static final int LISTES = 2_000;
    private static final long GRAINE_DES_LISTES = 20_260_314L;

    @FunctionalInterface
    private interface Examen {
        void examiner(ListeDuTirage liste, Graine graine, ProcesVerbal pv, Random random);
    }

    private static void surChaqueListe(Lecture lecture, Examen examen) {
        for (int i = 0; i < LISTES; i++) {
            long germe = GRAINE_DES_LISTES + i;
            var random = new Random(germe);
            ListeDuTirage liste = Listes.auHasard(random);
            Graine graine = Listes.graine(liste, lecture, random);
            try {
                examen.examiner(liste, graine, TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025), random);
            } catch (AssertionError e) {
                throw new AssertionError(
                        "random seed " + germe + "\n" + new String(liste.octets(), StandardCharsets.UTF_8), e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_oracle_finds_the_same_plan_and_the_same_members(Lecture lecture) {
        surChaqueListe(lecture, (liste, graine, pv, _) -> {
            var oracle = new Oracle(liste, lecture);
            List<List<Integer>> tables = oracle.tables();
            List<Integer> table = tables.get(pv.table());

            assertThat(pv.plan().tables().stream().map(Table::femmes)).isEqualTo(tables);
            assertThat(pv.plan().ecart()).isEqualTo(oracle.ecart(table));
            for (int s = 0; s < 5; s++) {
                Repartition part = pv.repartition().get(s);
                assertThat(part.secteur().numero()).isEqualTo(s + 1);
                assertThat(part.sieges()).isEqualTo(oracle.sieges(s));
                assertThat(part.femmes()).isEqualTo(table.get(s));
                assertThat(part.hommes()).isEqualTo(oracle.sieges(s) - table.get(s));
                assertThat(part.nominal()).isEqualTo(oracle.nominal(s));
                assertThat(part.derogation().map(Derogation::degre).orElse(-1))
                        .isEqualTo(oracle.grade(s, table.get(s)));
            }
            assertThat(pv.designes().stream().map(d -> d.personne().id().valeur()))
                    .isEqualTo(oracle.designes(table, graine.texte()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void at_most_four_sit_in_a_sector_and_every_seat_that_can_be_filled_is(Lecture lecture) {
        surChaqueListe(lecture, (liste, _, pv, _) -> {
            Set<Ligne> candidats =
                    liste.lignes().stream().filter(Ligne::estCandidat).collect(Collectors.toSet());
            List<Ligne> designes = pv.designes().stream().map(Designe::personne).toList();
            assertThat(designes).doesNotHaveDuplicates().isSubsetOf(candidats);
            for (Repartition part : pv.repartition()) {
                long habitants = liste.lignes().stream()
                        .filter(l -> l.secteur() == part.secteur())
                        .count();
                assertThat(part.sieges()).isEqualTo((int) Math.min(4, habitants));
                for (Sexe sexe : Sexe.values()) {
                    long reconduits = liste.lignes().stream()
                            .filter(l -> l.secteur() == part.secteur() && l.sexe() == sexe && !l.estCandidat())
                            .count();
                    long tires = designes.stream()
                            .filter(l -> l.secteur() == part.secteur() && l.sexe() == sexe)
                            .count();
                    // renewed members sit first, in their sector; the draw fills exactly what is left
                    assertThat(reconduits + tires).isEqualTo(sexe == Sexe.F ? part.femmes() : part.hommes());
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_gap_is_the_smallest_feasible_and_a_nominal_table_that_attains_it_is_chosen(Lecture lecture) {
        surChaqueListe(lecture, (liste, _, pv, _) -> {
            var oracle = new Oracle(liste, lecture);
            assertThat(pv.plan().ecart()).isEqualTo(oracle.plusPetitEcart());
            List<Integer> nominale = List.of(
                    oracle.nominal(0), oracle.nominal(1), oracle.nominal(2), oracle.nominal(3), oracle.nominal(4));
            if (oracle.ecart(nominale) == pv.plan().ecart()) {
                assertThat(pv.plan().tables()).containsExactly(new Table(nominale));
            }
        });
    }

    @Test
    void where_a_sex_has_more_than_two_candidates_priority_classes_are_served_first() {
        surChaqueListe(Lecture.PRIORITE_ABSOLUE, (liste, _, pv, _) -> {
            Set<IdDeListe> assis =
                    pv.designes().stream().map(d -> d.personne().id()).collect(Collectors.toSet());
            for (Designe designe : pv.designes()) {
                Ligne elu = designe.personne();
                List<Ligne> groupe = liste.lignes().stream()
                        .filter(l -> l.estCandidat() && l.secteur() == elu.secteur() && l.sexe() == elu.sexe())
                        .toList();
                if (groupe.size() > 2 && !elu.classe().prioritaire()) {
                    assertThat(groupe).filteredOn(l -> l.classe().prioritaire()).allMatch(l -> assis.contains(l.id()));
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void removing_an_unseated_candidate_changes_nobodys_seat(Lecture lecture) {
        var observees = new int[1];
        surChaqueListe(lecture, (liste, graine, pv, random) -> {
            Set<Ligne> assis = pv.designes().stream().map(Designe::personne).collect(Collectors.toSet());
            List<Ligne> debout = liste.lignes().stream()
                    .filter(l -> l.estCandidat() && !assis.contains(l))
                    .toList();
            if (debout.isEmpty()) {
                return;
            }
            Ligne retiree = debout.get(random.nextInt(debout.size()));
            List<Ligne> restantes = new ArrayList<>(liste.lignes());
            restantes.remove(retiree);
            if (!(ListeDuTirage.de(restantes) instanceof Resultat.Accepte<ListeDuTirage>(var sansElle))) {
                return;
            }
            ProcesVerbal apres = TirageAuSort.appliquer(sansElle, graine, VersionDuReglement.DE_2025);
            boolean critere3 =
                    pv.plan().effectif(retiree.secteur()).de(retiree.sexe()).critere3()
                            == apres.plan()
                                    .effectif(retiree.secteur())
                                    .de(retiree.sexe())
                                    .critere3();
            if (critere3 && apres.repartition().equals(pv.repartition())) {
                assertThat(apres.designes().stream().map(Designe::personne).collect(Collectors.toSet()))
                        .isEqualTo(assis);
                observees[0]++;
            }
        });
        assertThat(observees[0]).isGreaterThan(LISTES / 4);
    }

    @ParameterizedTest
    @EnumSource
    void the_dice_change_the_plan_only_where_tables_tie(Lecture lecture) {
        var departages = new HashSet<Integer>();
        surChaqueListe(lecture, (liste, _, pv, random) -> {
            var autre = TirageAuSort.tirer(liste, Listes.graine(liste, lecture, random), VersionDuReglement.DE_2025);
            assertThat(autre.plan()).isEqualTo(pv.plan());
            assertThat(autre.chances()).isEqualTo(pv.chances());
            if (pv.plan().tables().size() == 1) {
                assertThat(autre.repartition()).isEqualTo(pv.repartition());
            } else {
                departages.add(pv.table());
            }
        });
        assertThat(departages).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource
    void chances_add_up_to_the_seats_to_fill(Lecture lecture) {
        surChaqueListe(lecture, (_, _, pv, _) -> {
            Fraction somme = Fraction.ZERO;
            for (Chance chance : pv.chances()) {
                assertThat(chance.valeur()).isBetween(Fraction.ZERO, Fraction.UN);
                somme = somme.plus(chance.valeur().fois(Fraction.de(chance.candidats(), 1)));
            }
            assertThat(somme).isEqualTo(Fraction.de(pv.designes().size(), 1));
            assertThat(pv.plan().siegesATirer()).isEqualTo(pv.designes().size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_candidate_has_a_rank_and_the_order_is_that_of_the_hexadecimal_text(Lecture lecture) {
        surChaqueListe(lecture, (liste, graine, pv, _) -> {
            assertThat(pv.ordre()).hasSize(liste.candidats());
            assertThat(pv.ordre().stream().map(c -> c.rang().hex())).isSorted();
            Classement premier = pv.ordre().getFirst();
            assertThat(premier.rang().hex()).isEqualTo(Oracle.sha256(graine.texte() + "|rang|" + premier.id()));
        });
    }
}
