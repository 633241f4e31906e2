package fr.roubaix.cln.web;

import com.vaadin.flow.component.Html;

/** The name of the service in type only: no emblem. */
public final class Wordmark extends Html {
    public Wordmark() {
        super("<div class=\"wordmark\" role=\"img\" aria-label=\"CLN, Roubaix\">"
                + "<b>CLN</b><i>·</i><span>Roubaix</span></div>");
    }
}
