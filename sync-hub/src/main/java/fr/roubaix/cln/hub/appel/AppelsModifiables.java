package fr.roubaix.cln.hub.appel;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.hub.security.Identifiant;

/** The calls, as the use cases of this package write them. */
interface AppelsModifiables extends Appels {

    /** Adds a call; false when its id is taken. */
    boolean ajouter(AppelSuivi appel);

    /** Moves the dates of a call that is not closed; false when it is. */
    boolean prolonger(Appel prolonge, String ancienneFin, String motif, Identifiant par, Instant le);

    /** Closes a call; false when it was. */
    boolean clore(AppelId id, AppelSuivi.Cloture cloture);
}
