package fr.roubaix.cln.web.language;

import java.util.Arrays;
import java.util.Locale;

/** The languages in which a resident can be served, the default first. */
public enum Language {
    FRENCH("fr"),
    /** "Facile à lire et à comprendre": short sentences, one idea in each. A variant, so that its file is found. */
    EASY_FRENCH("fr-facile"),
    ENGLISH("en"),
    ARABIC("ar"),
    PORTUGUESE("pt");

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    /** The one that a locale speaks; French for any other. */
    public static Language of(Locale locale) {
        return Arrays.stream(values())
                .filter(language -> language.locale.getLanguage().equals(locale.getLanguage())
                        && language.locale.getVariant().equals(locale.getVariant()))
                .findFirst()
                .orElse(FRENCH);
    }

    /** All of them, as {@code Words} takes them. */
    public static Locale[] locales() {
        return Arrays.stream(values()).map(Language::locale).toArray(Locale[]::new);
    }

    public Locale locale() {
        return locale;
    }

    /** By which one is told from another, easy French from French too. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** What the {@code lang} attribute of a page says (RFC 5646); easy French is French. */
    public String html() {
        return locale.getLanguage();
    }

    public boolean rightToLeft() {
        return this == ARABIC;
    }

    /** The value of the {@code dir} attribute. */
    public String direction() {
        return rightToLeft() ? "rtl" : "ltr";
    }
}
