package fr.roubaix.cln.hub.candidature;

import java.text.Normalizer;
import java.util.Locale;

/** How a name is compared with what staff type: accents and capitals do not count. */
final class Recherche {

    private Recherche() {}

    static String cle(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
