package fr.roubaix.cln.testkit.doublon;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How one person comes to be written in two ways. */
final class Fautes {

    private static final List<String[]> OREILLE = List.of(
            new String[] {"ph", "f"},
            new String[] {"th", "t"},
            new String[] {"ck", "k"},
            new String[] {"qu", "k"},
            new String[] {"y", "i"},
            new String[] {"eau", "ot"},
            new String[] {"au", "o"},
            new String[] {"ou", "u"},
            new String[] {"ll", "l"},
            new String[] {"tt", "t"},
            new String[] {"ss", "s"},
            new String[] {"nn", "n"},
            new String[] {"ai", "è"},
            new String[] {"en", "an"},
            new String[] {"in", "ain"},
            new String[] {"c", "k"},
            new String[] {"l", "ll"});

    private static final List<String[]> ABREGES = List.of(
            new String[] {"Josèphe", "Jo"},
            new String[] {"Mohamed", "Med"},
            new String[] {"Frédéric", "Fred"},
            new String[] {"Alexandre", "Alex"},
            new String[] {"Abdelkader", "Kader"},
            new String[] {"Christophe", "Chris"},
            new String[] {"Élisabeth", "Babeth"},
            new String[] {"Emmanuel", "Manu"});

    private Fautes() {}

    static String sansAccents(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('-', ' ')
                .toUpperCase(java.util.Locale.ROOT);
    }

    static String frappe(String texte, Random hasard) {
        int i = 1 + hasard.nextInt(Math.max(1, texte.length() - 2));
        char lettre = (char) ('a' + hasard.nextInt(26));
        return switch (hasard.nextInt(4)) {
            case 0 -> texte.substring(0, i) + lettre + texte.substring(i);
            case 1 -> texte.length() > 3 ? texte.substring(0, i) + texte.substring(i + 1) : texte + lettre;
            case 2 -> texte.substring(0, i) + lettre + texte.substring(i + 1);
            default ->
                i + 1 < texte.length()
                        ? texte.substring(0, i) + texte.charAt(i + 1) + texte.charAt(i) + texte.substring(i + 2)
                        : texte;
        };
    }

    /** As one writes a name that was only heard. */
    static String oreille(String texte, Random hasard) {
        var regles = new ArrayList<>(OREILLE);
        Collections.shuffle(regles, hasard);
        for (String[] regle : regles) {
            int i = texte.indexOf(regle[0]);
            if (i > 0) {
                return texte.substring(0, i) + regle[1] + texte.substring(i + regle[0].length());
            }
        }
        return texte;
    }

    static String espaces(String texte) {
        if (texte.matches(".*[ '’-].*")) {
            String ensemble = texte.replaceAll("[ '’-]", "");
            return ensemble.charAt(0) + ensemble.substring(1).toLowerCase(java.util.Locale.ROOT);
        }
        return texte.startsWith("De") ? "De " + texte.substring(2) : texte;
    }

    static String abrege(String prenoms) {
        for (String[] abrege : ABREGES) {
            if (prenoms.contains(abrege[0])) {
                return prenoms.replace(abrege[0], abrege[1]);
            }
        }
        // Most forms bear the first of the first names only.
        return prenoms.split(" ", -1)[0];
    }

    static String autreOrdre(String prenoms) {
        var mots = Arrays.asList(prenoms.split(" ", -1));
        Collections.reverse(mots);
        return String.join(" ", mots);
    }

    static LocalDate inversee(LocalDate jour) {
        return jour.getDayOfMonth() <= 12
                ? LocalDate.of(jour.getYear(), jour.getDayOfMonth(), jour.getMonthValue())
                : jour;
    }

    static LocalDate unChiffre(LocalDate jour, Random hasard) {
        return switch (hasard.nextInt(3)) {
            case 0 -> jour.withYear(jour.getYear() / 10 * 10 + hasard.nextInt(10));
            case 1 -> jour.withYear(jour.getYear() > 1980 ? jour.getYear() - 10 : jour.getYear() + 10);
            default -> jour.withDayOfMonth(Math.min(28, jour.getDayOfMonth() / 10 * 10 + 1 + hasard.nextInt(8)));
        };
    }
}
