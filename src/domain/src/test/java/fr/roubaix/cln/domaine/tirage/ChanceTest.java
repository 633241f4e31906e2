package fr.roubaix.cln.domaine.tirage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The formulas of the chances, against every possible order of small groups. Candidates 0 to p − 1 are priority. */
class ChanceTest {

    @ParameterizedTest
    @EnumSource
    void chances_are_the_share_of_all_possible_orders(Lecture lecture) {
        for (int candidats = 1; candidats <= 6; candidats++) {
            List<List<Integer>> ordres = ordres(candidats);
            for (int prioritaires = 0; prioritaires <= candidats; prioritaires++) {
                for (int places = 0; places <= 4; places++) {
                    comparer(lecture, candidats, prioritaires, places, ordres);
                }
            }
        }
    }

    private static void comparer(
            Lecture lecture, int candidats, int prioritaires, int places, List<List<Integer>> ordres) {
        long[] assis = new long[candidats];
        long tirages = 0;
        // where no seat is reserved, the order for the reserve does not matter: one stands for all
        for (int elu = 0; elu < Math.max(1, prioritaires); elu++) {
            for (List<Integer> ordre : ordres) {
                asseoir(lecture, ordre, prioritaires, places, elu).forEach(i -> assis[i]++);
                tirages++;
            }
        }
        var groupe = new Effectif.Groupe(candidats, prioritaires, 0);
        for (int i = 0; i < candidats; i++) {
            assertThat(Chance.exacte(groupe, i < prioritaires, places, lecture))
                    .as("%s c=%d p=%d k=%d i=%d", lecture, candidats, prioritaires, places, i)
                    .isEqualTo(Fraction.de(assis[i], tirages));
        }
    }

    private static List<Integer> asseoir(Lecture lecture, List<Integer> ordre, int prioritaires, int places, int elu) {
        List<Integer> file = new ArrayList<>(ordre);
        if (ordre.size() > 2 && ordre.size() > places) {
            switch (lecture) {
                case PRIORITE_ABSOLUE -> file.sort((a, b) -> Boolean.compare(a >= prioritaires, b >= prioritaires));
                case SIEGE_RESERVE -> {
                    if (prioritaires > 0) {
                        file.remove(Integer.valueOf(elu));
                        file.addFirst(elu);
                    }
                }
            }
        }
        return file.subList(0, Math.min(places, file.size()));
    }

    private static List<List<Integer>> ordres(int taille) {
        if (taille == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> ordres = new ArrayList<>();
        for (List<Integer> plusCourt : ordres(taille - 1)) {
            for (int i = 0; i <= plusCourt.size(); i++) {
                List<Integer> ordre = new ArrayList<>(plusCourt);
                ordre.add(i, taille - 1);
                ordres.add(Collections.unmodifiableList(ordre));
            }
        }
        return ordres;
    }
}
