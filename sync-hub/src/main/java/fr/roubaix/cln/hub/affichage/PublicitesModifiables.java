package fr.roubaix.cln.hub.affichage;

import java.time.LocalDate;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;

/** The dates of publication and posting, as the use case of this package writes them. */
interface PublicitesModifiables extends Publicites {

    /** Adds what was recorded of the publication; false when somebody wrote that number meanwhile. */
    boolean ecrire(ProcesVerbalClos procesVerbal, Ecriture<Parution> ecriture);

    /** Adds what was recorded of the posting at a place; false when somebody wrote that number meanwhile. */
    boolean ecrire(ProcesVerbalClos procesVerbal, LieuDAffichage lieu, Ecriture<LocalDate> ecriture);
}
