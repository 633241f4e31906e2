package fr.roubaix.cln.web.language;

import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * Beside a legal text in another language: which text has force, and the French one at a touch. Nothing in French.
 */
public final class InFrench extends Div implements LocaleChangeObserver {

    private final List<String> keys;

    /** @param keys of the texts that have force, in reading order */
    public InFrench(String... keys) {
        this.keys = List.of(keys);
        addClassName("en-francais");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        setVisible(Language.of(event.getLocale()) != Language.FRENCH);
        if (isVisible()) {
            add(
                    new Paragraph(getTranslation("langue.valeur")),
                    new Button(getTranslation("langue.lire-en-francais"), _ -> open()));
        }
    }

    private void open() {
        var dialog = new Dialog();
        var text = new Div();
        text.addClassName("en-francais__texte");
        text.getElement().setAttribute("lang", "fr");
        text.getElement().setAttribute("dir", "ltr");
        text.add(new H2(getTranslation(Locale.FRENCH, "langue.texte")));
        keys.forEach(key -> text.add(new Paragraph(getTranslation(Locale.FRENCH, key))));
        dialog.getElement().setAttribute("aria-label", getTranslation("langue.lire-en-francais"));
        dialog.add(text);
        dialog.getFooter().add(new Button(getTranslation("langue.fermer"), _ -> dialog.close()));
        dialog.open();
    }
}
