package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.web.DrawnIcon;

/** A state: a drawing and a word; its colour only repeats them. */
public final class Etiquette extends Span {

    /** How a state reads at a glance. */
    public enum Ton {
        OK("badge--ok", "check"),
        ATTENTE("badge--info", "clock"),
        ATTENTION("badge--warn", "alert"),
        ARRET("badge--err", "x-circle"),
        HORS_LIGNE("badge--warn", "wifi-off");

        private final String classe;
        private final String pictogramme;

        Ton(String classe, String pictogramme) {
            this.classe = classe;
            this.pictogramme = pictogramme;
        }
    }

    public Etiquette(Ton ton, String mot) {
        addClassNames("badge", ton.classe);
        add(new DrawnIcon(ton.pictogramme), new Span(mot));
    }
}
