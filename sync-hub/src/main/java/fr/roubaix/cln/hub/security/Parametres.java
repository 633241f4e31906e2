package fr.roubaix.cln.hub.security;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an act needs to be done later, by name. Emptied once the act is settled: a hash of a password may be among them. */
public record Parametres(SortedMap<String, String> valeurs) {

    public static final Parametres AUCUN = new Parametres(Collections.emptySortedMap());

    public Parametres {
        valeurs = Collections.unmodifiableSortedMap(new TreeMap<>(valeurs));
    }

    /** These, and one more. */
    public Parametres avec(String nom, Object valeur) {
        if (!nom.matches("[a-z-]+")) {
            throw new IllegalArgumentException("a parameter has a plain name: " + nom);
        }
        var autres = new TreeMap<String, String>(valeurs);
        autres.put(nom, valeur.toString());
        return new Parametres(autres);
    }

    /**
     * Its value.
     *
     * @throws IllegalArgumentException it was not given
     */
    public String valeur(String nom) {
        return Optional.ofNullable(valeurs.get(nom))
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + nom));
    }

    String texte() {
        return valeurs.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\").replace("\n", "\\n"))
                .collect(Collectors.joining("\n"));
    }

    static Parametres lire(String texte) {
        var valeurs = new TreeMap<String, String>();
        // Not lines(): a value may hold other separators than the one that is escaped.
        for (String ligne : texte.split("\n", -1)) {
            int egal = ligne.indexOf('=');
            if (egal > 0) {
                valeurs.put(ligne.substring(0, egal), clair(ligne.substring(egal + 1)));
            }
        }
        return new Parametres(valeurs);
    }

    private static String clair(String echappe) {
        var clair = new StringBuilder();
        for (int i = 0; i < echappe.length(); i++) {
            char c = echappe.charAt(i);
            if (c == '\\' && i + 1 < echappe.length()) {
                i++;
                clair.append(echappe.charAt(i) == 'n' ? '\n' : echappe.charAt(i));
            } else {
                clair.append(c);
            }
        }
        return clair.toString();
    }

    /** Never shows the values, not even in a log. */
    @Override
    public String toString() {
        return "Parametres" + valeurs.keySet();
    }
}
