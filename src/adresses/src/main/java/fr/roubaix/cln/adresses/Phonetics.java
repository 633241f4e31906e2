package fr.roubaix.cln.adresses;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a French word sounds, roughly: two spellings that a person may mistake for one another have the same sound. Made
 * for street names, where it only ever adds a candidate to those that the letters give.
 */
final class Phonetics {

    private record Rule(Pattern pattern, String sound) {}

    private static Rule rule(String pattern, String sound) {
        return new Rule(Pattern.compile(pattern), sound);
    }

    /** In order: each one reads what those before have left. Capitals stand for sounds that no single letter writes. */
    private static final List<Rule> RULES = List.of(
            rule("(.)\\1+", "$1"),
            rule("ph", "f"),
            rule("sch|sh|ch(?![rl])", "X"),
            rule("th", "t"),
            rule("rh", "r"),
            rule("gn", "N"),
            rule("eaux|aux|eau|au|ault$|aud$|aut$|ot$|os$", "o"),
            rule("sc(?=[eiy])|c(?=[eiy])", "s"),
            rule("qu|q|ck|c|ch", "k"),
            rule("gu(?=[eiy])", "G"),
            rule("g(?=[eiy])", "j"),
            rule("x(?=.)", "ks"),
            rule("oin", "wI"),
            rule("(?:ain|ein|in|ym|yn|im|aim|un|um)(?![aeiouyh])", "I"),
            rule("(?:ien)(?![aeiouyh])", "iI"),
            rule("(?:an|en|am|em)(?![aeiouyh])", "A"),
            rule("(?:on|om)(?![aeiouyh])", "O"),
            rule("oi|oy", "wa"),
            rule("ou", "U"),
            rule("oeu|eu|oe", "Q"),
            rule("(?:ais|ait|aix|ai|ay|ey|et|ez|er|ee|ees)$", "E"),
            rule("[estdxpz]+$", ""),
            rule("ai|ei|ay|E", "e"),
            rule("ill(?=[eaio])|il$", "ij"),
            rule("y", "i"),
            rule("w", "v"),
            rule("z", "s"),
            rule("h", ""),
            rule("G", "g"),
            rule("(.)\\1+", "$1"));

    private Phonetics() {}

    /** The sound of a word of an {@link AddressKey}; the word itself when it is too short to sound like another. */
    static String of(String word) {
        if (word.length() < 3) {
            return word;
        }
        String sound = word;
        for (Rule rule : RULES) {
            sound = rule.pattern.matcher(sound).replaceAll(rule.sound);
        }
        return sound.isEmpty() ? word : sound;
    }
}
