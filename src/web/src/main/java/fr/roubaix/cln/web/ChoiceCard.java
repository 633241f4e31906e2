package fr.roubaix.cln.web;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** One way to go, as large as a card: drawing, title, one sentence, and what a touch does. */
public final class ChoiceCard extends NativeButton {

    /**
     * A card.
     *
     * @param icon a drawing of {@code cln/icons}
     * @param effect what a touch does, for example {@code Commencer}
     */
    public ChoiceCard(String icon, String title, String sentence, String effect, Runnable chosen) {
        addClassName("door");
        add(disc(icon), words("door__title", title), words("door__text", sentence), go(effect));
        addClickListener(_ -> chosen.run());
    }

    /** The one that most people came for; one to a screen. */
    public ChoiceCard main() {
        addClassName("door--main");
        add(new Weave());
        return this;
    }

    private static Span disc(String icon) {
        var disc = new Span(new DrawnIcon(icon));
        disc.addClassName("disc");
        return disc;
    }

    private static Span words(String className, String words) {
        var span = new Span(words);
        span.addClassName(className);
        return span;
    }

    private static Span go(String effect) {
        var arrow = new DrawnIcon("arrow");
        arrow.addClassName("icon--dir");
        var go = new Span(new Span(effect), arrow);
        go.addClassName("go");
        return go;
    }
}
