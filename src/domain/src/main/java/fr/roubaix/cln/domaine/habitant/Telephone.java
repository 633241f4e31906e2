package fr.roubaix.cln.domaine.habitant;

import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/** A telephone number: ten digits beginning with 0, or an international number beginning with + (ITU-T E.164). */
public record Telephone(String numero) {

    private static final String FORME = "0[1-9][0-9]{8}|\\+[1-9][0-9]{6,14}";

    public Telephone {
        if (!numero.matches(FORME)) {
            throw new IllegalArgumentException("not a telephone number");
        }
    }

    /**
     * Reads what a person typed: spaces, full stops, hyphens, slashes and brackets are ignored, and so is the
     * {@code (0)} of an international number, which is not dialled.
     */
    public static Saisie<Telephone> lire(String brut) {
        String texte = Texte.range(brut)
                .replaceAll("[ .)/-]", "")
                .replaceFirst("^00", "+")
                .replaceFirst("^(\\+[0-9]{1,3})\\(0", "$1")
                .replace("(", "");
        if (texte.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        return texte.matches(FORME) ? new Lue<>(new Telephone(texte)) : new Refusee<>(Motif.TELEPHONE_MAL_FORME);
    }
}
