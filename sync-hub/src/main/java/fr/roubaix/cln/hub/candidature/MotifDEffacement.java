package fr.roubaix.cln.hub.candidature;

/** Why a person is erased (GDPR, art. 17 §1). Chosen from a list: free words could name somebody in the register. */
public enum MotifDEffacement {
    DEMANDE("La personne le demande (RGPD, art. 17)"),
    OPPOSITION("La personne s’oppose au traitement (RGPD, art. 21)"),
    RESPONSABLE_LEGAL("Le responsable légal d’une personne mineure le demande (RGPD, art. 17)"),
    COLLECTE_A_TORT("Ces données n’auraient pas dû être recueillies (RGPD, art. 17 §1 d)");

    private final String titre;

    MotifDEffacement(String titre) {
        this.titre = titre;
    }

    /** In French, as it stands in the register. */
    public String titre() {
        return titre;
    }
}
