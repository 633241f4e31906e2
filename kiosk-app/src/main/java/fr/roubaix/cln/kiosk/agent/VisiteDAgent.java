package fr.roubaix.cln.kiosk.agent;

/** What a screen may ask of the page around it. */
interface VisiteDAgent {

    /** Who is here. */
    SessionDAgent session();

    /** Does something if the agent may still be here; ends the visit otherwise. */
    void sousSession(Runnable acte);

    void accueil();

    void file();

    void cle();

    void clotures();

    void quitter();
}
