package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.DrawnIcon;

/** A sentence that must be read: what happened, or what to do. */
public final class Avis extends Div {

    /** Its weight. */
    public enum Ton {
        INFORMATION("", "info", "note"),
        REUSSITE("note--ok", "check-circle", "status"),
        ATTENTION("note--warn", "alert", "note"),
        ERREUR("note--err", "x-circle", "alert");

        private final String classe;
        private final String pictogramme;
        private final String role;

        Ton(String classe, String pictogramme, String role) {
            this.classe = classe;
            this.pictogramme = pictogramme;
            this.role = role;
        }
    }

    public Avis(Ton ton, String phrase) {
        addClassName("note");
        if (!ton.classe.isEmpty()) {
            addClassName(ton.classe);
        }
        getElement().setAttribute("role", ton.role);
        add(new DrawnIcon(ton.pictogramme), new Paragraph(phrase));
    }

    /** Adds something to act on beside the sentence. */
    public Avis avec(Component action) {
        add(action);
        return this;
    }
}
