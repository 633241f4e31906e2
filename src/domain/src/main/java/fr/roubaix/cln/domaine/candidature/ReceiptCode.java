package fr.roubaix.cln.domaine.candidature;

import java.util.Locale;

import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;

/**
 * The number on a receipt: 45 bits in Crockford base32 (nine characters, most significant first) and a check character,
 * Luhn modulo 32 over the same alphabet. It names an application without naming the person.
 *
 * @param bits 0 to 2⁴⁵ − 1
 */
public record ReceiptCode(long bits) implements Comparable<ReceiptCode> {

    /** Crockford base32: digits and capitals without I, L, O, U. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CARACTERES = 9;

    public ReceiptCode {
        if (bits < 0 || bits >= 1L << 45) {
            throw new IllegalArgumentException("a receipt code has 45 bits");
        }
    }

    /**
     * Reads a typed code: lower case, spaces and hyphens are accepted, {@code O} reads as 0, {@code I} and {@code L} as
     * 1. A wrong check character is refused.
     */
    public static Saisie<ReceiptCode> lire(String brut) {
        String texte = brut.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (texte.isEmpty()) {
            return new Refusee<>(Motif.VIDE);
        }
        if (texte.length() != CARACTERES + 1 || texte.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return new Refusee<>(Motif.CODE_MAL_FORME);
        }
        long bits = 0;
        for (int i = 0; i < CARACTERES; i++) {
            bits = (bits << 5) | ALPHABET.indexOf(texte.charAt(i));
        }
        var code = new ReceiptCode(bits);
        return code.texte().equals(texte) ? new Lue<>(code) : new Refusee<>(Motif.CODE_MAL_FORME);
    }

    /** The ten characters without hyphen, as in the draw list. */
    public String texte() {
        var texte = new StringBuilder(CARACTERES + 1);
        for (int i = CARACTERES - 1; i >= 0; i--) {
            texte.append(ALPHABET.charAt((int) ((bits >>> (5 * i)) & 31)));
        }
        return texte.append(ALPHABET.charAt(controle(texte))).toString();
    }

    /** As shown to people: five and five, for example {@code 7F3K9-Q2MXE}. */
    public String affiche() {
        String texte = texte();
        return texte.substring(0, 5) + "-" + texte.substring(5);
    }

    private static int controle(CharSequence corps) {
        int somme = 0;
        int facteur = 2;
        for (int i = corps.length() - 1; i >= 0; i--) {
            int produit = facteur * ALPHABET.indexOf(corps.charAt(i));
            somme += produit / 32 + produit % 32;
            facteur = 3 - facteur;
        }
        return (32 - somme % 32) % 32;
    }

    @Override
    public int compareTo(ReceiptCode autre) {
        return Long.compare(bits, autre.bits);
    }

    @Override
    public String toString() {
        return texte();
    }
}
