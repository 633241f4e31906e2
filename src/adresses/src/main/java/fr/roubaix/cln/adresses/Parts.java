package fr.roubaix.cln.adresses;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * One way of reading what a person typed: a house number or none, and the words of a street. {@code "8 mai"} is number 8
 * of a street called May, or the beginning of a date: both readings are tried.
 *
 * @param number none when nothing is read as one
 * @param words of the street, in the order they were typed
 */
record Parts(@Nullable HouseNumber number, List<String> words) {

    /** What kind of way it is, as its first word: many streets share it, and people leave it out or mistake it. */
    private static final Set<String> WAYS = Set.of(
            "allee",
            "avenue",
            "boulevard",
            "carrefour",
            "chemin",
            "cite",
            "contour",
            "cour",
            "cours",
            "esplanade",
            "faubourg",
            "galerie",
            "impasse",
            "lotissement",
            "mail",
            "parvis",
            "passage",
            "place",
            "placette",
            "promenade",
            "quai",
            "residence",
            "route",
            "rue",
            "ruelle",
            "sentier",
            "square",
            "venelle",
            "villa",
            "voie");

    /** Small words that people leave out. */
    private static final Set<String> PARTICLES =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lez", "sous", "sur");

    private static final Set<String> SUFFIXES = Set.of("bis", "ter", "quater", "quinquies", "b", "t", "q");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(bis|ter|quater|quinquies|[a-z])?");

    Parts {
        words = List.copyOf(words);
    }

    /** Every reading worth a search: each holds at least one word that tells a street from another. */
    static List<Parts> readings(AddressKey key) {
        var words = key.words();
        var readings = new ArrayList<Parts>();
        add(readings, null, words);
        if (words.size() > 1) {
            leading(words, readings);
            trailing(words, readings);
        }
        return readings;
    }

    private static void leading(List<String> words, List<Parts> readings) {
        var number = number(words.getFirst());
        if (number == null) {
            return;
        }
        add(readings, number, words.subList(1, words.size()));
        if (words.size() > 2 && number.suffix().isEmpty() && suffix(words, 1)) {
            add(readings, new HouseNumber(number.number(), words.get(1)), words.subList(2, words.size()));
        }
    }

    private static void trailing(List<String> words, List<Parts> readings) {
        int size = words.size();
        var number = number(words.getLast());
        if (number != null) {
            add(readings, number, words.subList(0, size - 1));
        } else if (size > 2 && SUFFIXES.contains(words.getLast())) {
            var before = number(words.get(size - 2));
            if (before != null && before.suffix().isEmpty()) {
                add(readings, new HouseNumber(before.number(), words.getLast()), words.subList(0, size - 2));
            }
        }
    }

    /** "12 b rue" and "12 a rue" have a suffix, "12 d alma" a particle. */
    private static boolean suffix(List<String> words, int at) {
        String word = words.get(at);
        return SUFFIXES.contains(word) || (word.length() == 1 && WAYS.contains(words.get(at + 1)));
    }

    private static @Nullable HouseNumber number(String word) {
        var matcher = NUMBER.matcher(word);
        if (!matcher.matches()) {
            return null;
        }
        return new HouseNumber(Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? "" : matcher.group(2));
    }

    private static void add(List<Parts> readings, @Nullable HouseNumber number, List<String> words) {
        boolean telling = IntStream.range(0, words.size()).anyMatch(i -> kind(words, i) == Kind.TELLING);
        if (telling) {
            readings.add(new Parts(number, words));
        }
    }

    /** What a word is worth for telling a street from another. */
    enum Kind {
        WAY,
        PARTICLE,
        TELLING
    }

    /** The kind of one word among those of a street: a way stands first, "rue du Chemin" is called Chemin. */
    static Kind kind(List<String> words, int at) {
        String word = words.get(at);
        if (at == 0 && WAYS.contains(word)) {
            return Kind.WAY;
        }
        return PARTICLES.contains(word) ? Kind.PARTICLE : Kind.TELLING;
    }

    /** Whether more than numbers, kinds of ways and small words is left. */
    static boolean nameAStreet(List<String> words) {
        return words.stream()
                .anyMatch(word ->
                        !WAYS.contains(word) && !PARTICLES.contains(word) && Character.isLetter(word.charAt(0)));
    }

    /** Whether a name begins with a kind of way. */
    static boolean startsWithWay(List<String> words) {
        return !words.isEmpty() && kind(words, 0) == Kind.WAY;
    }
}
