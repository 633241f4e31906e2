package fr.roubaix.cln.domaine.doublon;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of a name or of an address, without what people write in several ways: accents, capitals, hyphens, apostrophes. */
final class Mots {

    /** Words that one writes or leaves out, together or apart: « De Smet », « Desmet »; « El Amrani », « Amrani ». */
    private static final Set<String> PARTICULES = Set.of(
            "d", "l", "de", "du", "des", "la", "le", "les", "el", "al", "ait", "ben", "bin", "bent", "bint", "ould",
            "van", "vande", "vanden", "vander", "von", "den", "der", "da", "das", "dos", "do", "di", "del", "della");

    private Mots() {}

    static List<String> de(String texte) {
        var mots = new ArrayList<String>();
        var mot = new StringBuilder();
        String plat = Normalizer.normalize(texte, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        plat.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                ajouter(mot, c);
            } else if (!marque(c)) {
                finir(mot, mots);
            }
        });
        finir(mot, mots);
        return mots;
    }

    /** The same without particles, unless nothing would be left. */
    static List<String> sansParticules(List<String> mots) {
        var autres = mots.stream().filter(mot -> !PARTICULES.contains(mot)).toList();
        return autres.isEmpty() ? mots : autres;
    }

    static String ensemble(List<String> mots) {
        return String.join("", mots);
    }

    private static boolean marque(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    private static void ajouter(StringBuilder mot, int c) {
        switch (c) {
            case 'œ' -> mot.append("oe");
            case 'æ' -> mot.append("ae");
            case 'ß' -> mot.append("ss");
            case 'ø' -> mot.append('o');
            case 'ł' -> mot.append('l');
            case 'đ', 'ð' -> mot.append('d');
            case 'ı' -> mot.append('i');
            default -> mot.appendCodePoint(c);
        }
    }

    private static void finir(StringBuilder mot, List<String> mots) {
        if (!mot.isEmpty()) {
            mots.add(mot.toString());
            mot.setLength(0);
        }
    }
}
