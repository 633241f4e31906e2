package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Map;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Langue;

/** The calls that kiosks must know about. */
public interface AppelEnCours {

    /** Opened calls, the most recent first. */
    List<AppelOuvert> appels();

    /**
     * A call that was opened.
     *
     * @param clos whether staff closed it
     * @param textes what it says, in each language written; nothing once closed
     */
    record AppelOuvert(Appel appel, boolean clos, Map<Langue, Annonce.Texte> textes) {
        public AppelOuvert {
            textes = Map.copyOf(textes);
        }

        /** A call that says nothing beside its dates. */
        public AppelOuvert(Appel appel, boolean clos) {
            this(appel, clos, Map.of());
        }
    }
}
