package fr.roubaix.cln.domaine.habitant;

import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/** An e-mail address, at most 254 characters (RFC 5321 §4.5.3.1.3), with one {@code @} and a dotted domain. */
public record Courriel(String adresse) {

    private static final String LOCALE = "[^@\\s\\p{Z}\\p{C}<>,;:\"()\\[\\]\\\\]{1,64}";
    private static final String MOT = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
    private static final String FORME = LOCALE + "@(?:" + MOT + "\\.)+[\\p{L}\\p{M}\\p{N}-]{2,}";

    public Courriel {
        if (adresse.length() > 254 || !adresse.matches(FORME)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads what a person typed. */
    public static Saisie<Courriel> lire(String brut) {
        String texte = Texte.range(brut);
        if (texte.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        return texte.length() <= 254 && texte.matches(FORME)
                ? new Lue<>(new Courriel(texte))
                : new Refusee<>(Motif.COURRIEL_MAL_FORME);
    }
}
