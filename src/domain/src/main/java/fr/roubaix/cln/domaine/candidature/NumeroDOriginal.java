package fr.roubaix.cln.domaine.candidature;

import java.util.Locale;

import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/** The number printed on a paper form, under which the original is filed: 1 to 20 capitals, digits and hyphens. */
public record NumeroDOriginal(String valeur) {

    private static final int LONGUEUR_MAXIMALE = 20;

    public NumeroDOriginal {
        if (!valeur.matches("[A-Z0-9](?:[A-Z0-9-]{0," + (LONGUEUR_MAXIMALE - 2) + "}[A-Z0-9])?")) {
            throw new IllegalArgumentException("not the number of an original");
        }
    }

    /** Reads what a person typed: small letters are accepted, spaces do not count. */
    public static Saisie<NumeroDOriginal> lire(String brut) {
        String texte = brut.replaceAll("[\\s\\u00A0]", "").toUpperCase(Locale.ROOT);
        if (texte.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        if (texte.length() > LONGUEUR_MAXIMALE) {
            return new Refusee<>(Motif.TROP_LONG);
        }
        return texte.matches("[A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?")
                ? new Lue<>(new NumeroDOriginal(texte))
                : new Refusee<>(Motif.CARACTERE_INTERDIT);
    }

    @Override
    public String toString() {
        return valeur;
    }
}
