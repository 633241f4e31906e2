package fr.roubaix.cln.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/**
 * On somebody's own browser: nothing typed shows again behind the "back" button, and the browser asks before it throws
 * away what was typed, until {@link #done}. On a {@linkplain #shared shared terminal} it never asks.
 */
@Tag("cln-oubli")
@JavaScript("context://cln/oubli.js")
public final class Forgetting extends Component {

    /**
     * For a terminal that everybody uses: reload, back and forward lead to its first screen, and nothing can be copied for
     * the next person to paste.
     *
     * @param home path of the first screen
     */
    public static Forgetting shared(String home) {
        var forgetting = new Forgetting();
        forgetting.done();
        forgetting.getElement().setAttribute("accueil", home);
        return forgetting;
    }

    /** Nothing of what was typed is to be lost any more: one may leave without a question. */
    public void done() {
        getElement().setAttribute("fini", true);
    }
}
