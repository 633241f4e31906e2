package fr.roubaix.cln.domaine.tirage;

import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * The exact chance of each candidate of a group to be seated, before any die is thrown.
 *
 * @param prioritaire whether the group is that of 16-25 and 65 and more, or that of 26-64
 * @param candidats how many candidates the group has, at least one
 * @param valeur from 0 to 1, averaged over the tables that tie
 */
public record Chance(Secteur secteur, Sexe sexe, boolean prioritaire, int candidats, Fraction valeur) {

    /**
     * The chance in a group for a given number of seats.
     *
     * @param places seats to fill
     */
    static Fraction exacte(Effectif.Groupe groupe, boolean prioritaire, int places, Lecture lecture) {
        int c = groupe.candidats();
        int p = groupe.prioritaires();
        if (c <= places) {
            return Fraction.UN;
        }
        if (!groupe.critere3() || p == 0) {
            return Fraction.de(places, c);
        }
        return switch (lecture) {
            case PRIORITE_ABSOLUE ->
                prioritaire ? Fraction.de(Math.min(places, p), p) : Fraction.de(Math.max(0, places - p), c - p);
            case SIEGE_RESERVE -> places == 0 ? Fraction.ZERO : apresReserve(c, p, prioritaire, places);
        };
    }

    /** One seat among the {@code p} priority candidates, the others among all who remain. */
    private static Fraction apresReserve(int c, int p, boolean prioritaire, int places) {
        Fraction ouverts = Fraction.de(places - 1, c - 1);
        return prioritaire ? Fraction.de(1, p).plus(Fraction.de(p - 1, p).fois(ouverts)) : ouverts;
    }
}
