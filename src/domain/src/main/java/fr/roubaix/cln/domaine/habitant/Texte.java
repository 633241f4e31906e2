package fr.roubaix.cln.domaine.habitant;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** How text typed by a person is tidied before it is judged: NFC, white space folded, ends trimmed. */
final class Texte {

    private Texte() {}

    static String range(String brut) {
        return Normalizer.normalize(brut, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00A0\\u202F\\u2007]+", " ")
                .strip();
    }

    static boolean seulement(String texte, IntPredicate permis) {
        return texte.codePoints().allMatch(permis);
    }

    static boolean lettre(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == 0x200C
                || c == 0x200D;
    }

    static int longueur(String texte) {
        return texte.codePointCount(0, texte.length());
    }
}
