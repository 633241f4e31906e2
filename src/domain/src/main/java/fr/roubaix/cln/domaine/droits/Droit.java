package fr.roubaix.cln.domaine.droits;

/** What a person may ask for (GDPR). */
public enum Droit {
    ACCES("Accès", "art. 15"),
    RECTIFICATION("Rectification", "art. 16"),
    EFFACEMENT("Effacement", "art. 17"),
    LIMITATION("Limitation", "art. 18"),
    OPPOSITION("Opposition", "art. 21");

    private final String titre;
    private final String article;

    Droit(String titre, String article) {
        this.titre = titre;
        this.article = article;
    }

    /** In French. */
    public String titre() {
        return titre;
    }

    /** Of the GDPR. */
    public String article() {
        return article;
    }
}
