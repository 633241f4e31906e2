package fr.roubaix.cln.hub.tirage;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Empreinte;
import fr.roubaix.cln.domaine.tirage.Lecture;

/**
 * The draws, as the use cases of this package write them. Each write succeeds only from the stage before it, and only on
 * the list (for the dice: under the reading) that the person who acts was shown.
 */
interface TiragesModifiables extends Tirages {

    /** Keeps a frozen list; false when the call has one. */
    boolean arreter(AppelId appel, Tirage.Arret arret);

    /** Removes this frozen list and keeps it aside with the reason; false from the first die on. */
    boolean annuler(AppelId appel, Empreinte vue, String motif, Tirage.Acte acte);

    /** Records the reading of this list; it may change until the dice. */
    boolean choisir(AppelId appel, Empreinte vue, Lecture lecture, Tirage.Acte acte);

    /** Records the dice thrown for this list and this reading, once. */
    boolean lancer(AppelId appel, Empreinte vue, Lecture lecture, Des des, Tirage.Acte acte);

    /** Keeps the procès-verbal, once. */
    boolean conclure(AppelId appel, byte[] procesVerbal, Tirage.Acte acte);
}
