package fr.roubaix.cln.verifier.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Chance;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Designe;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;

/**
 * Draws one list with many seeds and holds who was seated against the exact chances of the plan.
 *
 * <p>Within a draw the seats of a group of {@code m} people exclude one another: given that {@code K} of them sit, the
 * covariance of who does is {@code K(m−K)/(m(m−1)) · (I − J/m)}. Hence the squared distances of the counts from their mean,
 * divided by the sum of {@code K(m−K)/(m(m−1))} over the draws, follow chi-square with {@code m−1} degrees of freedom.
 * Where {@code K} itself depends on the seed, its sum is compared with {@code m} times the chance: one degree more.
 */
public final class MeasuredChances {

    private MeasuredChances() {}

    /** The people whom a chance is for. */
    private record Key(Secteur secteur, Sexe sexe, boolean prioritaire) {
        static Key of(Ligne ligne) {
            return new Key(ligne.secteur(), ligne.sexe(), ligne.classe().prioritaire());
        }
    }

    /**
     * A group, measured.
     *
     * @param chiSquare 0 where nothing is random
     * @param probability of a chi-square at least as large, if the chances are right; 0 where a chance of 0 or 1, or a
     *     fixed number of seats, was not kept exactly
     */
    public record Group(String name, int people, int degrees, double chiSquare, double probability) {}

    /** Draws with so many seeds. */
    public static List<Group> measure(ListeDuTirage liste, Lecture lecture, int seeds, Random random) {
        return measure(liste, lecture, Plan.pour(liste, lecture).chances(), seeds, random);
    }

    /** @param chances those to hold the draws against */
    static List<Group> measure(ListeDuTirage liste, Lecture lecture, List<Chance> chances, int seeds, Random random) {
        Map<IdDeListe, int[]> seated = new HashMap<>();
        Map<Key, Seats> seats = new HashMap<>();
        liste.lignes().stream().filter(Ligne::estCandidat).forEach(ligne -> {
            seated.put(ligne.id(), new int[1]);
            seats.computeIfAbsent(Key.of(ligne), _ -> new Seats()).people.add(ligne.id());
        });
        for (int i = 0; i < seeds; i++) {
            var graine = Graine.de(lecture, liste, dice(random));
            for (Designe designe : TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025)
                    .designes()) {
                seated.getOrDefault(designe.personne().id(), new int[1])[0]++;
                seats.getOrDefault(Key.of(designe.personne()), new Seats()).inThisDraw++;
            }
            seats.values().forEach(Seats::endOfDraw);
        }
        List<Group> groups = new ArrayList<>();
        for (Chance chance : chances) {
            Seats group =
                    seats.getOrDefault(new Key(chance.secteur(), chance.sexe(), chance.prioritaire()), new Seats());
            groups.add(group.against(chance, seeds, seated));
        }
        return groups;
    }

    private static Des dice(Random random) {
        var digits = new StringBuilder();
        for (int i = 0; i < Des.MINIMUM; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new Des(digits.toString());
    }

    /** How many of a group sit, draw after draw. */
    private static final class Seats {
        private final List<IdDeListe> people = new ArrayList<>();
        private int inThisDraw;
        private double sum;
        private double squares;
        private double spread;

        void endOfDraw() {
            int k = inThisDraw;
            int m = people.size();
            sum += k;
            squares += (double) k * k;
            spread += m < 2 ? 0 : (double) k * (m - k) / ((double) m * (m - 1));
            inThisDraw = 0;
        }

        Group against(Chance chance, int seeds, Map<IdDeListe, int[]> seated) {
            int m = people.size();
            double expected = seeds
                    * (double) m
                    * chance.valeur().numerateur().doubleValue()
                    / chance.valeur().denominateur().doubleValue();
            double chiSquare = 0;
            int degrees = 0;
            if (spread > 0) {
                double mean = sum / m;
                for (IdDeListe id : people) {
                    double distance = seated.getOrDefault(id, new int[1])[0] - mean;
                    chiSquare += distance * distance / spread;
                }
                degrees += m - 1;
            }
            double variance = squares - sum * sum / seeds;
            boolean kept = true;
            if (variance > 1e-6) {
                chiSquare += (sum - expected) * (sum - expected) / variance;
                degrees++;
            } else {
                kept = Math.abs(sum - expected) < 1e-6 * seeds;
            }
            double probability = !kept ? 0 : degrees == 0 ? 1 : ChiSquare.atLeast(chiSquare, degrees);
            String name = chance.secteur() + " " + chance.sexe() + (chance.prioritaire() ? " prioritaires" : " autres");
            return new Group(name, m, degrees, chiSquare, probability);
        }
    }
}
