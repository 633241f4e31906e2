package fr.roubaix.cln.hub.appel;

import java.time.Instant;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.security.Identifiant;

/**
 * Numbered paper forms made for one mairie.
 *
 * @param premier number of the first one; numbers of a mairie follow one another in a call
 * @param dernier number of the last one
 */
record LotDeFiches(Secteur mairie, int premier, int dernier, Instant le, Identifiant par) {

    int nombre() {
        return dernier - premier + 1;
    }

    /** As it stands on the paper: "Nord 0012". */
    static String numero(Secteur mairie, int numero) {
        return "%s %04d".formatted(mairie.nom(), numero);
    }
}
