package fr.roubaix.cln.hub.tirage;

/** In what quality somebody is at the public draw (art. 7 §2). */
public enum Qualite {
    /** An elected member of the council (art. 4 §1); those who are absent are named too. */
    CO_PRESIDENT("co-président du CLN"),
    ELU_D_OPPOSITION("élu de l’opposition"),
    ELU("élu"),
    AGENT("agent de la Ville"),
    HABITANT("habitant"),
    AUTRE("autre témoin");

    private final String titre;

    Qualite(String titre) {
        this.titre = titre;
    }

    /** In French. */
    public String titre() {
        return titre;
    }
}
