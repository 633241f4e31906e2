package fr.roubaix.cln.web;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/**
 * A state in one icon and a few words, read aloud when it changes and only then. Offline is normal on a terminal: it is
 * {@link Tone#ATTENTION}, never an error.
 */
public final class StatusLine extends Span {

    /** What the colour adds to icon and word. */
    public enum Tone {
        QUIET("quiet"),
        GOOD("ok"),
        ATTENTION("warn"),
        WRONG("err");

        private final String name;

        Tone(String name) {
            this.name = name;
        }
    }

    private @Nullable String shown;

    public StatusLine() {
        addClassName("etat");
        getElement().setAttribute("role", "status");
    }

    /** Says this from now on; the same words again are not read aloud again. */
    public StatusLine say(Tone tone, String icon, String words) {
        String said = tone + icon + words;
        if (!said.equals(shown)) {
            shown = said;
            getElement().setAttribute("data-ton", tone.name);
            removeAll();
            add(new DrawnIcon(icon), new Span(words));
        }
        return this;
    }
}
