package fr.roubaix.cln.web.saisie;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.web.DrawnIcon;

/** Why personal data is asked, on the screen that asks it. */
final class Pourquoi extends Div implements LocaleChangeObserver {

    private final String texte;

    /** @param texte key of the title; {@code .texte} is added for the explanation */
    Pourquoi(String texte) {
        this.texte = texte;
        addClassName("note");
        getElement().setAttribute("role", "note");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        var titre = new Span(getTranslation(texte));
        titre.addClassName("strong");
        var mots = new Div(titre, new Paragraph(getTranslation(texte + ".texte")));
        add(new DrawnIcon("info"), mots);
    }
}
