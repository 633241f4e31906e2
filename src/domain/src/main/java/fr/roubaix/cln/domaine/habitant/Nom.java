package fr.roubaix.cln.domaine.habitant;

import java.text.Normalizer;
import java.util.Locale;

import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/**
 * A name or the first names of a person, in any script: 1 to 100 characters, letters with their marks, spaces,
 * apostrophes, hyphens and full stops, at least one letter. Stored in NFC with single spaces.
 *
 * @param valeur the name as the person writes it
 */
public record Nom(String valeur) {

    /** The longest name accepted, in characters (Unicode code points). */
    public static final int LONGUEUR_MAXIMALE = 100;

    public Nom {
        if (!(juger(valeur) instanceof Lue)) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** Reads what a person typed. */
    public static Saisie<Nom> lire(String brut) {
        return switch (juger(Texte.range(brut))) {
            case Lue(var valeur) -> new Lue<>(new Nom(valeur));
            case Refusee(var motif) -> new Refusee<>(motif);
        };
    }

    /** Whether both are one name, however each writes it: accents, capitals, spaces, hyphens and apostrophes do not count. */
    public boolean seLitComme(Nom autre) {
        return lettres(valeur).equals(lettres(autre.valeur));
    }

    private static String lettres(String nom) {
        return Normalizer.normalize(nom, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^\\p{L}]", "");
    }

    private static Saisie<String> juger(String texte) {
        if (texte.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        if (Texte.longueur(texte) > LONGUEUR_MAXIMALE) {
            return new Refusee<>(Motif.TROP_LONG);
        }
        if (!texte.equals(Texte.range(texte)) || !Texte.seulement(texte, Nom::permis)) {
            return new Refusee<>(Motif.CARACTERE_INTERDIT);
        }
        if (texte.codePoints().noneMatch(Character::isLetter)) {
            return new Refusee<>(Motif.SANS_LETTRE);
        }
        return new Lue<>(texte);
    }

    private static boolean permis(int c) {
        return " '’ʼ-‐‑.·".indexOf(c) >= 0;
    }
}
