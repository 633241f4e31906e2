package fr.roubaix.cln.hub.candidature;

import fr.roubaix.cln.domaine.candidature.AppelId;

/**
 * Finds the people of a call in a text that will be published as it is typed. Whoever is told that a text names a candidate
 * learns that this person applied: each such answer is noted as an access to their file.
 */
public interface NomsDansUnTexte {

    /**
     * Whether the text holds the receipt code of somebody who applied, however it is cut, or a first name and the surname,
     * side by side in either order.
     */
    boolean nomme(AppelId appel, String texte);
}
