package fr.roubaix.cln.domaine.secteur;

import java.util.Arrays;
import java.util.Optional;

/**
 * One of the five sectors, each the perimeter of a mairie de quartier (art. 7 §3, criterion 1). The declaration order
 * is the order of every table of the draw.
 */
public enum Secteur {
    CENTRE("Centre", 1),
    EST("Est", 2),
    NORD("Nord", 3),
    OUEST("Ouest", 4),
    SUD("Sud", 5);

    private final String nom;
    private final int numero;

    Secteur(String nom, int numero) {
        this.nom = nom;
        this.numero = numero;
    }

    /** The name as residents know it, for example {@code Nord}. */
    public String nom() {
        return nom;
    }

    /** The number of its mairie in a receipt token: 1 to 5 (0 stands for the hub). */
    public int numero() {
        return numero;
    }

    /** The sector whose mairie has this number, if any. */
    public static Optional<Secteur> parNumero(int numero) {
        return Arrays.stream(values()).filter(s -> s.numero == numero).findFirst();
    }
}
