package fr.roubaix.cln.web.access;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * The keyboard of a terminal that has none. Add it once to the page: it comes up for whatever field has the focus, never takes the
 * focus, and writes in the browser. Without {@link #use} it never shows: tablets bring their own.
 */
@Tag("cln-clavier")
@JavaScript("context://cln/ecran.js")
@JavaScript("context://cln/frappe.js")
@JavaScript("context://cln/clavier.js")
public final class OnScreenKeyboard extends Component implements LocaleChangeObserver {

    private static final List<String> WORDS = List.of(
            "nom",
            "affiche",
            "cache",
            "cacher",
            "effacer",
            "efface",
            "espace",
            "maj",
            "maj-oui",
            "maj-non",
            "accents",
            "lettres",
            "ordre-abcd",
            "ordre-azerty",
            "apostrophe",
            "tiret",
            "arobase",
            "point",
            "virgule",
            "plus",
            "souligne",
            "ecrit",
            "refuse");

    /** Which keys a field wants. */
    public enum Keys {
        /** Letters with a capital at each part. */
        NOM,
        /** Letters and digits. */
        TEXTE,
        /** Letters, digits, {@code @} and the full stop. */
        COURRIEL,
        /** Digits alone. */
        CHIFFRES,
        /** Capital letters and digits. */
        CODE
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Said.words(this, "clavier.", WORDS);
    }

    /** Whether this terminal uses it. */
    public void use(boolean used) {
        getElement().setAttribute("actif", used ? "oui" : "non");
    }

    /** Says which keys a field wants; without it the field's {@code inputmode} decides. */
    public static void wants(HasElement field, Keys keys) {
        field.getElement().setAttribute("data-clavier", keys.name().toLowerCase(Locale.ROOT));
    }
}
