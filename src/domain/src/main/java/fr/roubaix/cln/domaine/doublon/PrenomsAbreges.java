package fr.roubaix.cln.domaine.doublon;

import java.util.Map;
import java.util.Set;

/** Short forms of first names, as people use them on one form and not on the other. */
final class PrenomsAbreges {

    /** Those that the long form does not begin with, or that two letters would not tell. */
    private static final Map<String, Set<String>> COURTS = Map.ofEntries(
            Map.entry("jo", Set.of("joseph", "josephe", "josephine", "josette", "jocelyne", "joelle", "jose")),
            Map.entry("jeannot", Set.of("jean")),
            Map.entry("ber", Set.of("bernard", "bernadette")),
            Map.entry("med", Set.of("mohamed", "mohammed", "mohamad", "muhammad", "mouhamed")),
            Map.entry("mhd", Set.of("mohamed", "mohammed", "mohamad", "muhammad")),
            Map.entry("momo", Set.of("mohamed", "mohammed", "maurice")),
            Map.entry("abdel", Set.of("abdelkader", "abdelaziz", "abdelhamid", "abderrahmane", "abdallah")),
            Map.entry("kader", Set.of("abdelkader")),
            Map.entry("aziz", Set.of("abdelaziz")),
            Map.entry("hamid", Set.of("abdelhamid")),
            Map.entry("bob", Set.of("robert")),
            Map.entry("bill", Set.of("william", "guillaume")),
            Map.entry("manu", Set.of("emmanuel", "emmanuelle", "manuel", "manuela")),
            Map.entry("lilou", Set.of("lila", "elisabeth", "louise")),
            Map.entry("lisa", Set.of("elisabeth", "elisa")),
            Map.entry("babeth", Set.of("elisabeth")),
            Map.entry("betty", Set.of("elisabeth")),
            Map.entry("sandra", Set.of("alexandra")),
            Map.entry("sacha", Set.of("alexandre", "alexandra")),
            Map.entry("tina", Set.of("christina", "martine", "valentine")),
            Map.entry("kiki", Set.of("christian", "christiane")),
            Map.entry("gege", Set.of("gerard", "germaine")),
            Map.entry("dede", Set.of("andre", "denis", "didier")),
            Map.entry("mimi", Set.of("michel", "michele", "mireille")),
            Map.entry("toni", Set.of("antoine", "antonio", "anthony")),
            Map.entry("tony", Set.of("antoine", "antonio", "anthony")),
            Map.entry("nono", Set.of("arnaud", "bruno", "norbert")),
            Map.entry("titou", Set.of("christophe", "thierry")),
            Map.entry("ze", Set.of("jose")));

    /** Fewer letters begin too many names. */
    private static final int DEBUT = 3;

    private PrenomsAbreges() {}

    /** Whether one of two words is a short form of the other. */
    static boolean de(String a, String b) {
        String court = a.length() <= b.length() ? a : b;
        String longue = a.length() <= b.length() ? b : a;
        return (court.length() >= DEBUT && longue.startsWith(court))
                || COURTS.getOrDefault(court, Set.of()).contains(longue);
    }
}
