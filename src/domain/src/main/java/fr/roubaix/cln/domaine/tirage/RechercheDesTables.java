package fr.roubaix.cln.domaine.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the best tables: parity over the whole council first (art. 7 §3, the three criteria apply « sauf dérogation
 * nécessaire pour respecter la parité »), then as few derogations as possible, the gravest first, then as close to the
 * nominal numbers as possible. At most 5⁵ tables are tried, in ascending lexicographic order.
 */
final class RechercheDesTables {

    private final List<Effectif> effectifs;
    private final Lecture lecture;
    private final int[] essai;
    private final List<Table> meilleures = new ArrayList<>();
    private Cout moindre = Cout.INFINI;

    private RechercheDesTables(List<Effectif> effectifs, Lecture lecture) {
        this.effectifs = effectifs;
        this.lecture = lecture;
        this.essai = new int[effectifs.size()];
    }

    /** The tables that tie for the best, in ascending order, and their gap between women and men. */
    static Trouvees chercher(List<Effectif> effectifs, Lecture lecture) {
        var recherche = new RechercheDesTables(effectifs, lecture);
        recherche.essayer(0, Cout.NUL);
        return new Trouvees(List.copyOf(recherche.meilleures), recherche.moindre.ecart());
    }

    record Trouvees(List<Table> tables, int ecart) {}

    private void essayer(int rang, Cout cout) {
        if (rang == effectifs.size()) {
            retenir(cout);
            return;
        }
        Effectif effectif = effectifs.get(rang);
        for (int femmes = effectif.minimum(); femmes <= effectif.maximum(); femmes++) {
            essai[rang] = femmes;
            essayer(rang + 1, cout.plus(effectif.repartition(femmes, lecture)));
        }
    }

    private void retenir(Cout cout) {
        int ordre = cout.compareTo(moindre);
        if (ordre < 0) {
            meilleures.clear();
            moindre = cout;
        }
        if (ordre <= 0) {
            List<Integer> femmes = new ArrayList<>(essai.length);
            for (int nombre : essai) {
                femmes.add(nombre);
            }
            meilleures.add(new Table(femmes));
        }
    }

    /**
     * What a table costs, compared field by field.
     *
     * @param avance women minus men
     */
    private record Cout(int avance, int extremes, int fortes, int legeres, int carres) implements Comparable<Cout> {
        static final Cout NUL = new Cout(0, 0, 0, 0, 0);
        static final Cout INFINI = new Cout(Integer.MAX_VALUE, 0, 0, 0, 0);

        int ecart() {
            return Math.abs(avance);
        }

        Cout plus(Repartition r) {
            int distance = r.femmes() - r.nominal();
            return new Cout(
                    avance + r.femmes() - r.hommes(),
                    extremes + un(r, Derogation.EXTREME),
                    fortes + un(r, Derogation.FORTE),
                    legeres + un(r, Derogation.LEGERE),
                    carres + distance * distance);
        }

        private static int un(Repartition repartition, Derogation derogation) {
            return repartition.ecartAuNominal() == derogation ? 1 : 0;
        }

        @Override
        public int compareTo(Cout autre) {
            int[] ici = {ecart(), extremes, fortes, legeres, carres};
            int[] la = {autre.ecart(), autre.extremes, autre.fortes, autre.legeres, autre.carres};
            return Arrays.compare(ici, la);
        }
    }
}
