package fr.roubaix.cln.hub.tirage;

/** In what quality somebody is at the public draw (art. 7 §2). */
public enum QualiteDePresence {
    /** An elected member of the council (art. 4 §1); those who are absent are named too. */
    CO_PRESIDENT("co-président du CLN"),
    ELU_D_OPPOSITION("élu de l’opposition"),
    ELU("élu"),
    AGENT("agent de la Ville"),
    HABITANT("habitant"),
    AUTRE("autre témoin");

    private final String titre;

    QualiteDePresence(String titre) {
        this.titre = titre;
    }

    /**
     * Whether whoever is there in this quality is named in public: they act in a public function, and art. 7 §2 asks for
     * their presence. Anybody else has a number, and a name on the signed original alone.
     */
    public boolean nommee() {
        return this == CO_PRESIDENT || this == ELU_D_OPPOSITION;
    }

    /** In French. */
    public String titre() {
        return titre;
    }
}
