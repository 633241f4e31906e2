package fr.roubaix.cln.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import com.vaadin.flow.i18n.I18NProvider;

/**
 * The texts of an application ({@code vaadin-i18n/translations}) and, behind them, those of the building blocks that both
 * applications share ({@code cln-i18n/mots}).
 */
public final class Words implements I18NProvider {

    private static final List<String> BUNDLES = List.of("vaadin-i18n.translations", "cln-i18n.mots");
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final List<Locale> locales;

    /** Speaks some languages, the default first. */
    public Words(Locale... locales) {
        this.locales = List.of(locales);
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
                .map(text -> parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters))
                .orElse("!" + key + "!");
    }

    private static Optional<String> text(String bundle, String key, Locale locale) {
        var texts = ResourceBundle.getBundle(bundle, locale, Words.class.getClassLoader(), NO_FALLBACK);
        return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
    }
}
