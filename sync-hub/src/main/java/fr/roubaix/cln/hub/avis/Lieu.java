package fr.roubaix.cln.hub.avis;

import java.util.Arrays;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Where notices hang: the five mairies de quartier and the town hall. */
public enum Lieu {
    CENTRE(Secteur.CENTRE.nom()),
    EST(Secteur.EST.nom()),
    NORD(Secteur.NORD.nom()),
    OUEST(Secteur.OUEST.nom()),
    SUD(Secteur.SUD.nom()),
    HOTEL_DE_VILLE("Hôtel de ville");

    private final String nom;

    Lieu(String nom) {
        this.nom = nom;
    }

    public String nom() {
        return nom;
    }

    /** The mairie of a sector. */
    public static Lieu de(Secteur secteur) {
        return Arrays.stream(values())
                .filter(lieu -> lieu.name().equals(secteur.name()))
                .findFirst()
                .orElseThrow();
    }
}
