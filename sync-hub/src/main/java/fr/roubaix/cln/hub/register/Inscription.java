package fr.roubaix.cln.hub.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is to be written of an act. Nothing here may name a person, members of staff excepted.
 *
 * @param objet what was acted on
 * @param motif in the words of the person who acted; empty when the act asks for none
 * @param details what else one may have to know, by key
 */
public record Inscription(Acte acte, String objet, String motif, SortedMap<String, String> details) {

    private static final int OBJET_MAXIMUM = 200;
    private static final int TEXTE_MAXIMUM = 1_000;

    public Inscription {
        objet = propre(objet, OBJET_MAXIMUM);
        motif = propre(motif, TEXTE_MAXIMUM);
        var propres = new TreeMap<String, String>();
        details.forEach((cle, valeur) -> {
            if (!cle.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("a key of the register is short and plain: " + cle);
            }
            propres.put(cle, propre(valeur, TEXTE_MAXIMUM));
        });
        details = Collections.unmodifiableSortedMap(propres);
    }

    static Inscription de(Acte acte, String objet) {
        return new Inscription(acte, objet, "", Collections.emptySortedMap());
    }

    /** Says why, in the words of the person who acted. */
    public Inscription motif(String texte) {
        return new Inscription(acte, objet, texte, details);
    }

    /** Adds one thing to know. */
    public Inscription avec(String cle, Object valeur) {
        var autres = new TreeMap<String, String>(details);
        autres.put(cle, valeur.toString());
        return new Inscription(acte, objet, motif, autres);
    }

    /** One line {@code key=value} per detail, in the order of keys: what is stored and hashed. */
    String texteDesDetails() {
        return texte(details);
    }

    static String texte(Map<String, String> details) {
        return new TreeMap<>(details)
                .entrySet().stream()
                        .map(detail -> detail.getKey() + "=" + detail.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** As any database gives it back: composed, without control character nor half of a character. */
    private static String propre(String texte, int maximum) {
        String plat = Normalizer.normalize(texte, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String entier = new String(plat.getBytes(UTF_8), UTF_8).strip();
        if (entier.codePointCount(0, entier.length()) <= maximum) {
            return entier;
        }
        return entier.substring(0, entier.offsetByCodePoints(0, maximum - 1)) + "…";
    }
}
