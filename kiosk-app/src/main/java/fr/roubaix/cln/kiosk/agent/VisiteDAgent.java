package fr.roubaix.cln.kiosk.agent;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

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

    void recu();

    void fiche();

    void avis();

    void tablettes();

    void materiel();

    void ajoutDeTablette();

    void duplicata(ReceiptCode code);

    /**
     * Takes an application back.
     *
     * @param scanne the receipt itself was scanned, and is genuine
     */
    void retrait(ReceiptCode code, boolean scanne);

    void quitter();
}
