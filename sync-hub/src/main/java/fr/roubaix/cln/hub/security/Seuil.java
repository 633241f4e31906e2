package fr.roubaix.cln.hub.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;

/** What stands above the forms that one sees before being signed in. */
final class Seuil {

    private Seuil() {}

    static Component enseigne(Component vue) {
        var enseigne = new Paragraph(vue.getTranslation("enseigne"));
        enseigne.addClassName("wordmark");
        return enseigne;
    }
}
