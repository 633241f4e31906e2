package fr.roubaix.cln.domaine.habitant;

import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/**
 * A postal address in Roubaix (59100), as a person writes it; for a person without a fixed home, where they are
 * domiciled.
 *
 * @param voie number and street, 1 to 200 characters
 * @param complement building, flat, care of; empty when there is none, at most 200 characters
 */
public record Adresse(String voie, String complement) {

    /** The longest line accepted, in characters. */
    public static final int LONGUEUR_MAXIMALE = 200;

    public Adresse {
        if (voie.isEmpty() || !ligne(voie) || !ligne(complement)) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** Reads what a person typed. */
    public static Saisie<Adresse> lire(String voie, String complement) {
        String v = Texte.range(voie);
        String c = Texte.range(complement);
        if (v.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        if (Texte.longueur(v) > LONGUEUR_MAXIMALE || Texte.longueur(c) > LONGUEUR_MAXIMALE) {
            return new Refusee<>(Motif.TROP_LONG);
        }
        if (!ligne(v) || !ligne(c)) {
            return new Refusee<>(Motif.CARACTERE_INTERDIT);
        }
        if (v.codePoints().noneMatch(Character::isLetter)) {
            return new Refusee<>(Motif.SANS_LETTRE);
        }
        return new Lue<>(new Adresse(v, c));
    }

    private static boolean ligne(String texte) {
        return Texte.longueur(texte) <= LONGUEUR_MAXIMALE
                && Texte.seulement(texte, c -> Character.isDigit(c) || " '’ʼ-‐‑–.,·/()°º&:;\"«»+".indexOf(c) >= 0);
    }
}
