package fr.roubaix.cln.adresses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.adresses.Parts.Kind;

/**
 * The names of the streets in memory. A search compares each typed word once with each word of the vocabulary, then adds
 * up for each street: a city has a few thousand words, so nothing is left out and no order depends on an index.
 */
final class StreetIndex {

    private static final double WAY_WEIGHT = 0.3;
    private static final double PARTICLE_WEIGHT = 0.05;
    private static final double UNFINISHED_WEIGHT = 0.4;
    private static final double NEAR_ENOUGH = 0.6;
    private static final double FOUND = 0.6;
    private static final double TYPED_SHARE = 0.85;

    private final List<String> vocabulary = new ArrayList<>();
    private final List<String> sounds = new ArrayList<>();
    private final int[] streetsWith;
    private final List<Entry> entries;

    /** @param names of streets; {@link Match#street} is a place in this list */
    StreetIndex(List<String> names) {
        Map<String, Integer> known = new HashMap<>();
        entries = names.stream().map(name -> entry(name, known)).toList();
        streetsWith = new int[vocabulary.size()];
        entries.forEach(entry -> Arrays.stream(entry.words).distinct().forEach(word -> streetsWith[word]++));
    }

    private Entry entry(String name, Map<String, Integer> known) {
        var key = AddressKey.of(name);
        var words = key.words();
        int[] ids = words.stream()
                .mapToInt(word -> known.computeIfAbsent(word, w -> {
                    vocabulary.add(w);
                    sounds.add(Phonetics.of(w));
                    return vocabulary.size() - 1;
                }))
                .toArray();
        Kind[] kinds = IntStream.range(0, words.size())
                .mapToObj(i -> Parts.kind(words, i))
                .toArray(Kind[]::new);
        return new Entry(key.text(), ids, kinds, joined(words));
    }

    private static String joined(List<String> words) {
        return IntStream.range(0, words.size())
                .filter(i -> Parts.kind(words, i) == Kind.TELLING)
                .mapToObj(words::get)
                .collect(Collectors.joining());
    }

    /** Streets near enough to a reading, the nearest first; streets as near as each other in alphabetical order. */
    List<Match> search(Parts reading) {
        var typed = new Typed(reading.words());
        return IntStream.range(0, entries.size())
                .mapToObj(street -> match(typed, street, reading.number()))
                .filter(match -> match.score >= 0)
                .sorted(Comparator.comparingDouble(Match::score)
                        .reversed()
                        .thenComparing(match -> entries.get(match.street).key))
                .toList();
    }

    private Match match(Typed typed, int street, @Nullable HouseNumber number) {
        var entry = entries.get(street);
        double weights = 0;
        double sum = 0;
        boolean[] found = new boolean[entry.words.length];
        for (int i = 0; i < typed.words.size(); i++) {
            int best = -1;
            double likeness = 0;
            for (int j = 0; j < entry.words.length; j++) {
                double one = typed.likeness[i][entry.words[j]];
                if (one > likeness && !found[j]) {
                    likeness = one;
                    best = j;
                }
            }
            double weight = likeness < FOUND && typed.unfinished(i)
                    ? UNFINISHED_WEIGHT
                    : weight(typed.kinds[i], likeness >= FOUND ? entry : null, best);
            weights += weight;
            sum += weight * likeness;
            if (likeness >= FOUND) {
                found[best] = true;
            }
        }
        double ofTyped = Math.max(sum / weights, typed.joined(entry));
        boolean together = ofTyped > sum / weights;
        return new Match(
                street,
                ofTyped < NEAR_ENOUGH
                        ? -1
                        : TYPED_SHARE * ofTyped + (1 - TYPED_SHARE) * (together ? 1 : ofStreet(entry, found)),
                number);
    }

    /** A typed word weighs as the word it was found to be: mistyped, "avnue" is still only a kind of way. */
    private double weight(Kind kind, @Nullable Entry in, int at) {
        return switch (kind) {
            case WAY -> WAY_WEIGHT;
            case PARTICLE -> PARTICLE_WEIGHT;
            case TELLING -> in == null ? 1 : weight(in, at);
        };
    }

    private double weight(Entry entry, int at) {
        return switch (entry.kinds[at]) {
            case WAY -> WAY_WEIGHT;
            case PARTICLE -> PARTICLE_WEIGHT;
            case TELLING -> 1 / (1 + 0.3 * Math.log(streetsWith[entry.words[at]]));
        };
    }

    private double ofStreet(Entry entry, boolean[] found) {
        double all = 0;
        double some = 0;
        for (int j = 0; j < found.length; j++) {
            double weight = weight(entry, j);
            all += weight;
            some += found[j] ? weight : 0;
        }
        return some / all;
    }

    /**
     * @param words ids in the vocabulary
     * @param joined its telling words without a space
     */
    @SuppressWarnings("ArrayRecordComponent") // read in the innermost loop, never given away
    private record Entry(String key, int[] words, Kind[] kinds, String joined) {}

    /** What was typed, compared once with the whole vocabulary. */
    private final class Typed {
        private final List<String> words;
        private final Kind[] kinds;
        private final double[][] likeness;
        private final String joined;
        private final WordLikeness measure = new WordLikeness();

        Typed(List<String> words) {
            this.words = words;
            this.joined = StreetIndex.joined(words);
            this.kinds = new Kind[words.size()];
            this.likeness = new double[words.size()][vocabulary.size()];
            for (int i = 0; i < words.size(); i++) {
                kinds[i] = Parts.kind(words, i);
                String word = words.get(i);
                String sound = Phonetics.of(word);
                for (int v = 0; v < vocabulary.size(); v++) {
                    likeness[i][v] =
                            measure.between(word, sound, i == words.size() - 1, vocabulary.get(v), sounds.get(v));
                }
            }
        }

        /** The first letters of a last word, mistyped, say little against the words before. */
        boolean unfinished(int at) {
            return at == words.size() - 1
                    && words.get(at).length() <= 3
                    && !Character.isDigit(words.get(at).charAt(0));
        }

        double joined(Entry entry) {
            return measure.joined(joined, entry.joined);
        }
    }

    /**
     * A street near enough.
     *
     * @param score up to 1; comparable between the readings of one text
     * @param number read beside the street, if any
     */
    record Match(int street, double score, @Nullable HouseNumber number) {}
}
