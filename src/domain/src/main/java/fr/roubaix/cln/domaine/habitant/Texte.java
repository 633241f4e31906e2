package fr.roubaix.cln.domaine.habitant;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** How text typed by a person is tidied before it is judged: NFC, white space folded, ends trimmed. */
final class Texte {

    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private Texte() {}

    static String range(String brut) {
        return Normalizer.normalize(brut, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    /**
     * Whether a text has only letters with their marks and what {@code permis} allows. Marks follow a letter, and the
     * joiners that Persian, Sinhala and other scripts need stand between letters: alone, they would be invisible.
     */
    static boolean seulement(String texte, IntPredicate permis) {
        int[] caracteres = texte.codePoints().toArray();
        for (int i = 0; i < caracteres.length; i++) {
            int c = caracteres[i];
            boolean apresLettre = i > 0 && (lettre(caracteres[i - 1]) || marque(caracteres[i - 1]));
            boolean avantLettre = i + 1 < caracteres.length && lettre(caracteres[i + 1]);
            boolean admis =
                    joint(c) ? apresLettre && avantLettre : marque(c) ? apresLettre : lettre(c) || permis.test(c);
            if (!admis) {
                return false;
            }
        }
        return true;
    }

    static int longueur(String texte) {
        return texte.codePointCount(0, texte.length());
    }

    private static boolean lettre(int c) {
        return Character.isLetter(c) && !invisible(c);
    }

    private static boolean marque(int c) {
        int type = Character.getType(c);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) && !invisible(c);
    }

    private static boolean joint(int c) {
        return c == ZWNJ || c == ZWJ;
    }

    /** Letters and marks that show nothing: Hangul fillers, and the selectors that turn a character into an emoji. */
    private static boolean invisible(int c) {
        return switch (c) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x034F, 0xFE0E, 0xFE0F -> true;
            default -> false;
        };
    }
}
