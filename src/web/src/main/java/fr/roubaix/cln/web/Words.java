package fr.roubaix.cln.web;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import com.vaadin.flow.i18n.I18NProvider;

import fr.roubaix.cln.web.language.Language;

/**
 * The texts of an application ({@code vaadin-i18n/translations}) and, behind them, those of the building blocks that both
 * applications share ({@code cln-i18n/mots}); last those for staff alone, which are French in every language.
 */
public final class Words implements I18NProvider {

    private static final List<String> BUNDLES = List.of("vaadin-i18n.translations", "cln-i18n.mots");
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final List<Locale> locales;
    private final Optional<String> staff;

    /** Speaks some languages, the default first. */
    public Words(Locale... locales) {
        this(List.of(locales), Optional.empty());
    }

    private Words(List<Locale> locales, Optional<String> staff) {
        this.locales = locales;
        this.staff = staff;
    }

    /** With words for staff alone, from a bundle that is French only. */
    public Words withStaff(String bundle) {
        return new Words(locales, Optional.of(bundle));
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return locales;
    }

    /** The text of a key; a key without text stands between exclamation marks, so that nobody overlooks it. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return BUNDLES.stream()
                .flatMap(bundle -> text(bundle, key, locale).stream())
                .findFirst()
                .or(() -> staff.flatMap(bundle -> text(bundle, key, Locale.FRENCH)))
                .map(text -> parameters.length == 0 ? text : filled(text, locale, parameters))
                .orElse("!" + key + "!");
    }

    private static String filled(String text, Locale locale, Object... parameters) {
        // Western digits in every language: see Dates.
        var western = new Locale.Builder()
                .setLocale(locale)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
        boolean isolate = Language.of(locale).rightToLeft();
        return new MessageFormat(text, western)
                .format(Arrays.stream(parameters)
                        .map(p -> isolate ? isolated(p) : p)
                        .toArray());
    }

    /** A number, an address or a telephone keeps its own order inside a right-to-left sentence (UAX #9, isolates). */
    private static Object isolated(Object parameter) {
        return parameter instanceof String words ? FIRST_STRONG_ISOLATE + words + POP_ISOLATE : parameter;
    }

    private static Optional<String> text(String bundle, String key, Locale locale) {
        var texts = ResourceBundle.getBundle(bundle, locale, Words.class.getClassLoader(), NO_FALLBACK);
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }
}
