package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;

/** An HTML element that has no class of its own, with its style classes and what it holds. */
public final class Balise extends HtmlContainer {

    private Balise(String element) {
        super(element);
    }

    public static Balise de(String element, String texte) {
        var balise = new Balise(element);
        balise.setText(texte);
        return balise;
    }

    public static Balise de(String element, Component... contenu) {
        var balise = new Balise(element);
        balise.add(contenu);
        return balise;
    }

    public Balise classe(String... noms) {
        addClassNames(noms);
        return this;
    }

    public Balise attribut(String nom, String valeur) {
        getElement().setAttribute(nom, valeur);
        return this;
    }
}
