package fr.roubaix.cln.hub.candidature;

/** What a person may have corrected (GDPR, art. 16). The register names these, and never what they hold. */
public enum DonneeRectifiable {
    NOM("nom de naissance", false),
    USAGE("nom d’usage", false),
    PRENOMS("prénoms", false),
    NAISSANCE("date de naissance", true),
    ADRESSE("adresse", false),
    COMPLEMENT("complément d’adresse", false),
    SECTEUR("secteur", true),
    PARITE("femme ou homme", true),
    TELEPHONE("téléphone", false),
    COURRIEL("courriel", false);

    private final String titre;
    private final boolean dansLaListe;

    DonneeRectifiable(String titre, boolean dansLaListe) {
        this.titre = titre;
        this.dansLaListe = dansLaListe;
    }

    /** In French, as it stands in the register. */
    public String titre() {
        return titre;
    }

    /** Whether the draw list is made of it: it stands as it is once that list is frozen. */
    public boolean dansLaListe() {
        return dansLaListe;
    }
}
