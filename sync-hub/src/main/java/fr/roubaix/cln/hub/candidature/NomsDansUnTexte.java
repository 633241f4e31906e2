package fr.roubaix.cln.hub.candidature;

import fr.roubaix.cln.domaine.candidature.AppelId;

/**
 * Finds the people of a call in a text that will be published as it is typed. Whoever is told that a text names a candidate
 * learns that this person applied: each such answer is noted as an access to their file.
 */
public interface NomsDansUnTexte {

    /**
     * Says whether the text holds the receipt code of somebody who applied, however it is cut, or a first name and the surname,
     * side by side in either order.
     */
    Reponse chercher(AppelId appel, String texte);

    /** What whoever typed a text is told. */
    enum Reponse {
        /** It names nobody that the comparison knows. */
        PERSONNE,
        /** It names a candidate. Written in the register: this answer tells who applied. */
        NOMME,
        /**
         * It was not compared: this account was told so too often in a day. The answer is the same whatever the text holds,
         * so that nobody learns who applied by trying names.
         */
        TROP_DE_FOIS
    }
}
