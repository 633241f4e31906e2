package fr.roubaix.cln.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/**
 * On somebody's own browser: nothing typed shows again behind the "back" button, and the browser asks before it throws
 * away what was typed, until {@link #done}.
 */
@Tag("cln-oubli")
@JavaScript("context://cln/oubli.js")
public final class Forgetting extends Component {

    /** Nothing of what was typed is to be lost any more: one may leave without a question. */
    public void done() {
        getElement().setAttribute("fini", true);
    }
}
