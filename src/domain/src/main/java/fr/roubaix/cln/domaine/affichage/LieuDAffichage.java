package fr.roubaix.cln.domaine.affichage;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Where the procès-verbal of a draw is posted: « affiché en mairie » (art. 7 §2), read as each mairie de quartier and the
 * hôtel de ville. A kiosk that shows the notice is a service, not one of these places.
 */
public enum LieuDAffichage {
    HOTEL_DE_VILLE("Hôtel de ville", "à l’hôtel de ville"),
    MAIRIE_CENTRE(Secteur.CENTRE),
    MAIRIE_EST(Secteur.EST),
    MAIRIE_NORD(Secteur.NORD),
    MAIRIE_OUEST(Secteur.OUEST),
    MAIRIE_SUD(Secteur.SUD);

    private final String nom;
    private final String ou;

    LieuDAffichage(String nom, String ou) {
        this.nom = nom;
        this.ou = ou;
    }

    LieuDAffichage(Secteur secteur) {
        this("Mairie de quartier " + secteur.nom(), "à la mairie de quartier " + secteur.nom());
    }

    /** The mairie de quartier of a sector. */
    public static LieuDAffichage de(Secteur secteur) {
        return switch (secteur) {
            case CENTRE -> MAIRIE_CENTRE;
            case EST -> MAIRIE_EST;
            case NORD -> MAIRIE_NORD;
            case OUEST -> MAIRIE_OUEST;
            case SUD -> MAIRIE_SUD;
        };
    }

    /** « Mairie de quartier Nord ». */
    public String nom() {
        return nom;
    }

    /** Inside a sentence: « à la mairie de quartier Nord ». */
    public String ou() {
        return ou;
    }
}
