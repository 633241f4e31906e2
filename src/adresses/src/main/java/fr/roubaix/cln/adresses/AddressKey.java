package fr.roubaix.cln.adresses;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a text in which people's ways of writing an address no longer differ: lower case, without accents or
 * punctuation, the usual abbreviations of French addresses spelled out. For searching and
 * comparing, never for showing.
 */
public record AddressKey(String text) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("all", "allee"),
            Map.entry("av", "avenue"),
            Map.entry("ave", "avenue"),
            Map.entry("bd", "boulevard"),
            Map.entry("bld", "boulevard"),
            Map.entry("bvd", "boulevard"),
            Map.entry("blvd", "boulevard"),
            Map.entry("boul", "boulevard"),
            Map.entry("chem", "chemin"),
            Map.entry("che", "chemin"),
            Map.entry("crs", "cours"),
            Map.entry("esp", "esplanade"),
            Map.entry("fg", "faubourg"),
            Map.entry("fbg", "faubourg"),
            Map.entry("imp", "impasse"),
            Map.entry("lot", "lotissement"),
            Map.entry("pass", "passage"),
            Map.entry("pl", "place"),
            Map.entry("prom", "promenade"),
            Map.entry("qu", "quai"),
            Map.entry("r", "rue"),
            Map.entry("res", "residence"),
            Map.entry("rle", "ruelle"),
            Map.entry("rpt", "rond point"),
            Map.entry("rte", "route"),
            Map.entry("sq", "square"),
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("nd", "notre dame"),
            Map.entry("cdt", "commandant"),
            Map.entry("cne", "capitaine"),
            Map.entry("col", "colonel"),
            Map.entry("gal", "general"),
            Map.entry("gen", "general"),
            Map.entry("gl", "general"),
            Map.entry("lt", "lieutenant"),
            Map.entry("mal", "marechal"),
            Map.entry("dr", "docteur"),
            Map.entry("doct", "docteur"),
            Map.entry("mgr", "monseigneur"),
            Map.entry("pdt", "president"),
            Map.entry("pres", "president"),
            Map.entry("prof", "professeur"),
            Map.entry("pr", "professeur"),
            Map.entry("sgt", "sergent"));

    /** The key of what a person typed. */
    public static AddressKey of(String typed) {
        String unmarked = MARKS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        String plain = SEPARATORS.matcher(unmarked).replaceAll(" ").strip();
        return new AddressKey(Arrays.stream(plain.split(" "))
                .map(word -> ABBREVIATIONS.getOrDefault(word, word))
                .collect(Collectors.joining(" ")));
    }

    /** Its words, in order; none when nothing but signs was typed. */
    List<String> words() {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Whether every word of another key begins a word of this one: {@code "12 av leb"} finds {@code "12 avenue Lebas"}. */
    public boolean matches(AddressKey searched) {
        return Arrays.stream(searched.text.split(" "))
                .allMatch(word -> Arrays.stream(text.split(" ")).anyMatch(own -> own.startsWith(word)));
    }
}
