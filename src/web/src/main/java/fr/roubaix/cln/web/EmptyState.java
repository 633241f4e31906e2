package fr.roubaix.cln.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A place with nothing in it yet, or where something failed: what that means, and what one can do. */
public final class EmptyState extends Div {

    /** Nothing to show, which is normal. */
    public static EmptyState nothing(String icon, String title, String sentence, Component... acts) {
        return new EmptyState("note", icon, title, sentence, acts);
    }

    /** Something failed; read aloud at once. */
    public static EmptyState failure(String title, String sentence, Component... acts) {
        var failure = new EmptyState("alert", "alert", title, sentence, acts);
        failure.addClassName("vide--echec");
        return failure;
    }

    private EmptyState(String role, String icon, String title, String sentence, Component... acts) {
        addClassName("vide");
        getElement().setAttribute("role", role);
        var disc = new Div(new DrawnIcon(icon));
        disc.addClassName("rond");
        add(disc, new H2(title), new Paragraph(sentence));
        if (acts.length > 0) {
            var row = new Div(acts);
            row.addClassName("acts");
            add(row);
        }
    }
}
