package fr.roubaix.cln.adresses;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** What people make of the name of a street: the same seed always makes the same of it. */
public final class Misspelling {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("rue", "r."),
            Map.entry("avenue", "av."),
            Map.entry("boulevard", "bd"),
            Map.entry("place", "pl."),
            Map.entry("impasse", "imp"),
            Map.entry("allée", "all."),
            Map.entry("chemin", "chem."),
            Map.entry("square", "sq"),
            Map.entry("résidence", "rés."),
            Map.entry("général", "gal"),
            Map.entry("maréchal", "mal"),
            Map.entry("docteur", "dr"),
            Map.entry("président", "pdt"),
            Map.entry("professeur", "pr"),
            Map.entry("saint", "st"),
            Map.entry("sainte", "ste"));

    private static final List<String[]> BY_EAR = List.of(
            new String[] {"ph", "f"},
            new String[] {"eau", "o"},
            new String[] {"au", "o"},
            new String[] {"qu", "k"},
            new String[] {"ss", "s"},
            new String[] {"ll", "l"},
            new String[] {"tt", "t"},
            new String[] {"rr", "r"},
            new String[] {"nn", "n"},
            new String[] {"th", "t"},
            new String[] {"y", "i"},
            new String[] {"ain", "in"},
            new String[] {"ai", "é"},
            new String[] {"en", "an"},
            new String[] {"h", ""},
            new String[] {"z", "s"},
            new String[] {"ck", "k"});

    private final Random random;

    public Misspelling(long seed) {
        this.random = new Random(seed);
    }

    /** One of the ways, in turn. */
    public String of(String street, int way) {
        String typed = street.toLowerCase(Locale.FRENCH);
        return switch (way % 6) {
            case 0 -> withoutAccents(typed);
            case 1 -> abbreviated(typed);
            case 2 -> typo(withoutAccents(typed));
            case 3 -> typo(typo(withoutAccents(typed)));
            case 4 -> byEar(typed);
            default -> byEar(abbreviated(withoutAccents(typed)));
        };
    }

    static String withoutAccents(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', ' ');
    }

    private static String abbreviated(String typed) {
        return String.join(
                " ",
                List.of(typed.split(" ")).stream()
                        .map(word -> SHORT.getOrDefault(word, word))
                        .toList());
    }

    /** One error, in a word of four letters or more and never in a figure. */
    private String typo(String typed) {
        var words = new ArrayList<>(List.of(typed.split(" ")));
        var long4 = words.stream().filter(word -> word.matches("\\p{L}{4,}.*")).toList();
        if (long4.isEmpty()) {
            return typed;
        }
        String word = long4.get(random.nextInt(long4.size()));
        words.set(words.indexOf(word), broken(word));
        return String.join(" ", words);
    }

    private String broken(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }

    /** Up to two spellings by ear. */
    private String byEar(String typed) {
        var possible = BY_EAR.stream().filter(pair -> typed.contains(pair[0])).toList();
        String heard = typed;
        for (int i = 0; i < 2 && !possible.isEmpty(); i++) {
            String[] pair = possible.get(random.nextInt(possible.size()));
            heard = heard.replaceFirst(pair[0], pair[1]);
        }
        return heard;
    }
}
