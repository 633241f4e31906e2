package fr.roubaix.cln.adresses;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form of a text in which people's ways of writing an address no longer differ: lower case, without accents or
 * punctuation, the usual abbreviations of French addresses spelled out. For searching and
 * comparing, never for showing.
 */
public record AddressKey(String text) {

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("all", "allee"),
            Map.entry("av", "avenue"),
            Map.entry("ave", "avenue"),
            Map.entry("bd", "boulevard"),
            Map.entry("bld", "boulevard"),
            Map.entry("blvd", "boulevard"),
            Map.entry("chem", "chemin"),
            Map.entry("che", "chemin"),
            Map.entry("imp", "impasse"),
            Map.entry("pl", "place"),
            Map.entry("qu", "quai"),
            Map.entry("r", "rue"),
            Map.entry("res", "residence"),
            Map.entry("rte", "route"),
            Map.entry("sq", "square"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("gal", "general"),
            Map.entry("mal", "marechal"),
            Map.entry("dr", "docteur"),
            Map.entry("pdt", "president"));

    /** The key of what a person typed. */
    public static AddressKey of(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        return new AddressKey(Arrays.stream(plain.split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" ")));
    }

    /** Whether every word of another key begins a word of this one: {@code "12 av leb"} finds {@code "12 avenue Lebas"}. */
    public boolean matches(AddressKey searched) {
        return Arrays.stream(searched.text.split(" "))
                .allMatch(word -> Arrays.stream(text.split(" ")).anyMatch(own -> own.startsWith(word)));
    }
}
