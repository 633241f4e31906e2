package fr.roubaix.cln.web.gallery;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the gallery: examples for developers, in French only, which no resident meets. */
final class Samples {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("cln-i18n.galerie", Locale.FRENCH);

    private Samples() {}

    static String words(String key) {
        return WORDS.getString(key);
    }
}
