package fr.roubaix.cln.hub.droits;

/** Why what a person wrote is corrected (GDPR, art. 16). Chosen from a list: free words could name somebody in the register. */
enum MotifDeRectification {
    INEXACT("Ce qui est écrit est inexact (RGPD, art. 16)"),
    INCOMPLET("Ce qui est écrit est incomplet (RGPD, art. 16)"),
    CHANGEMENT("La situation de la personne a changé : nom, adresse ou contact");

    private final String titre;

    MotifDeRectification(String titre) {
        this.titre = titre;
    }

    /** In French, as it stands in the register. */
    String titre() {
        return titre;
    }
}
