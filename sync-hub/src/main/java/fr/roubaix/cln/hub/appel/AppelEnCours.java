package fr.roubaix.cln.hub.appel;

import java.util.List;

import fr.roubaix.cln.domaine.candidature.Appel;

/** The calls that kiosks must know about. */
public interface AppelEnCours {

    /** Opened calls, the most recent first. */
    List<AppelOuvert> appels();

    /** A call that was opened, and whether staff closed it. */
    record AppelOuvert(Appel appel, boolean clos) {}
}
