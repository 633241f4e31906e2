package fr.roubaix.cln.hub.register;

import java.util.Iterator;

import fr.roubaix.cln.hub.register.Registre.Tete;

/** Says whether rows are those that were written, all of them, in their order; if not, where that ceases to be true. */
final class Chaine {

    private Chaine() {}

    /**
     * Follows the rows from the first one.
     *
     * @param lignes in the order of their numbers
     * @param tete what the register says of its last row
     */
    static Constat verifier(Iterator<Ligne> lignes, Tete tete) {
        long attendue = 1;
        String precedente = Ligne.ORIGINE;
        while (lignes.hasNext()) {
            Ligne ligne = lignes.next();
            if (attendue > tete.numero()) {
                return new Constat.Rompue(ligne.numero(), Constat.Defaut.EN_TROP);
            }
            if (ligne.numero() != attendue) {
                return new Constat.Rompue(attendue, Constat.Defaut.MANQUANTE);
            }
            if (!ligne.calculee().equals(ligne.empreinte())) {
                return new Constat.Rompue(attendue, Constat.Defaut.MODIFIEE);
            }
            if (!ligne.precedente().equals(precedente)) {
                return new Constat.Rompue(attendue, Constat.Defaut.DETACHEE);
            }
            precedente = ligne.empreinte();
            attendue++;
        }
        if (attendue <= tete.numero()) {
            return new Constat.Rompue(attendue, Constat.Defaut.MANQUANTE);
        }
        return precedente.equals(tete.empreinte())
                ? new Constat.Intacte(tete)
                : new Constat.Rompue(tete.numero(), Constat.Defaut.REMPLACEE);
    }
}
