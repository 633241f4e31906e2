package fr.roubaix.cln.domaine.doublon;

/**
 * How a name sounds to a French ear, so that « Dupont » meets « Dupond », « Wattel » meets « Vatelle » and « Mohamed » meets
 * « Mohammed ». The keys that libraries offer (Soundex, Metaphone, Cologne) follow English or German spelling, in which
 * « ch », « qu », « eau » and silent ends are read otherwise. This one reads letters from left to right: the spellings of
 * one sound become one letter, « h » and what is silent at the end of a French name disappear, repeated letters count once.
 * A letter that is not Latin stays as it is.
 */
final class ClePhonetique {

    private static final String MUETTES = "stdxzp";

    private final String mot;
    private final StringBuilder cle = new StringBuilder();

    private ClePhonetique(String mot) {
        this.mot = mot;
    }

    /** The key of a word made of small letters without accents, as {@link Mots} gives it. */
    static String de(String mot) {
        var lecture = new ClePhonetique(mot);
        int i = 0;
        while (i < mot.length()) {
            i += lecture.lire(i);
        }
        return lecture.finie();
    }

    /** Reads the sound that begins here; how many letters it takes. */
    private int lire(int i) {
        return switch (mot.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> voyelle(i);
            case 'c' -> c(i);
            case 'g' -> g(i);
            case 's' -> s(i);
            case 'p' -> suivi(i, "h") ? ecrire('f', 2) : ecrire('p', 1);
            case 'q' -> ecrire('k', suivi(i, "u") ? 2 : 1);
            case 'k' -> ecrire('k', suivi(i, "h") ? 2 : 1);
            case 't' -> suivi(i, "ch") ? ecrire('S', 3) : ecrire('t', suivi(i, "h") ? 2 : 1);
            case 'd' -> suivi(i, "j") ? ecrire('j', 2) : ecrire('d', 1);
            case 'b' -> suivi(i, "v") ? 1 : ecrire('b', 1);
            case 'h' -> 1;
            case 'm' -> ecrire(suivi(i, "b") || suivi(i, "p") ? 'n' : 'm', 1);
            case 'w' -> ecrire('v', 1);
            case 'z' -> ecrire('s', 1);
            default -> ecrire(mot.charAt(i), 1);
        };
    }

    private int voyelle(int i) {
        if (la(i, "eau")) {
            return ecrire('o', 3);
        }
        if ((la(i, "ain") || la(i, "ein") || la(i, "eim") || la(i, "aim")) && !voyelleEn(i + 3)) {
            return ecrire('i', 2);
        }
        if (la(i, "oeu")) {
            return ecrire('e', 3);
        }
        if (la(i, "au")) {
            return ecrire('o', 2);
        }
        if (la(i, "ou")) {
            return ecrire('u', 2);
        }
        if (la(i, "oi") || la(i, "oy")) {
            return ecrire('w', 2);
        }
        if (la(i, "ai") || la(i, "ay") || la(i, "ei") || la(i, "ey") || la(i, "eu") || la(i, "oe") || la(i, "ae")) {
            return ecrire('e', 2);
        }
        if ((la(i, "en") || la(i, "em")) && i + 2 < mot.length() && !voyelleEn(i + 2)) {
            return ecrire('a', 1);
        }
        return ecrire(mot.charAt(i) == 'y' ? 'i' : mot.charAt(i), 1);
    }

    private int c(int i) {
        if (suivi(i, "h")) {
            return i + 2 < mot.length() && "rlt".indexOf(mot.charAt(i + 2)) >= 0 ? ecrire('k', 2) : ecrire('S', 2);
        }
        if (suivi(i, "z")) {
            return ecrire('S', 2);
        }
        if (suivi(i, "k") || suivi(i, "q")) {
            return ecrire('k', suivi(i, "qu") ? 3 : 2);
        }
        return ecrire(douce(i + 1) ? 's' : 'k', 1);
    }

    private int g(int i) {
        if (suivi(i, "n")) {
            return ecrire('n', 2);
        }
        if (suivi(i, "h") || (suivi(i, "u") && douce(i + 2))) {
            return ecrire('g', 2);
        }
        if (suivi(i, "e") && voyelleEn(i + 2) && !douce(i + 2)) {
            return ecrire('j', 2);
        }
        return ecrire(douce(i + 1) ? 'j' : 'g', 1);
    }

    private int s(int i) {
        if (suivi(i, "ch")) {
            return ecrire('S', 3);
        }
        if (suivi(i, "h") || suivi(i, "z")) {
            return ecrire('S', 2);
        }
        if (suivi(i, "c") && douce(i + 2)) {
            return ecrire('s', 2);
        }
        // « Descamps », « Desmet », « Lesnes »: the s of an old article is not heard.
        boolean article = i == 2 && mot.charAt(1) == 'e' && (mot.charAt(0) == 'd' || mot.charAt(0) == 'l');
        return article && i + 1 < mot.length() && !voyelleEn(i + 1) ? 1 : ecrire('s', 1);
    }

    private String finie() {
        return cle.substring(0, sans("e", sans(MUETTES, sans("e", cle.length()))));
    }

    /** Where the key ends without these letters, two letters at least. */
    private int sans(String lettres, int fin) {
        int reste = fin;
        while (reste > 2 && lettres.indexOf(cle.charAt(reste - 1)) >= 0) {
            reste--;
        }
        return reste;
    }

    private int ecrire(char son, int lettres) {
        if (cle.isEmpty() || cle.charAt(cle.length() - 1) != son) {
            cle.append(son);
        }
        return lettres;
    }

    private boolean la(int i, String lettres) {
        return mot.startsWith(lettres, i);
    }

    private boolean suivi(int i, String lettres) {
        return mot.startsWith(lettres, i + 1);
    }

    private boolean douce(int i) {
        return i < mot.length() && "eiy".indexOf(mot.charAt(i)) >= 0;
    }

    private boolean voyelleEn(int i) {
        return i < mot.length() && "aeiouy".indexOf(mot.charAt(i)) >= 0;
    }
}
