package fr.roubaix.cln.hub.appel;

import fr.roubaix.cln.domaine.candidature.AppelId;

/** What opened calls say, as any feature may read it. */
public interface Annonces {

    /** What this call says; nothing but four seats per sector for a call opened before calls said anything. */
    Annonce pour(AppelId appel);
}
