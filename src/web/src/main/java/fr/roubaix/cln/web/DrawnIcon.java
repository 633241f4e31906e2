package fr.roubaix.cln.web;

import com.vaadin.flow.component.icon.SvgIcon;

/** One of the drawings of {@code cln/icons}: decoration beside a word, never instead of one. */
public final class DrawnIcon extends SvgIcon {

    /** @param name file name without extension, for example {@code home} */
    public DrawnIcon(String name) {
        super("/cln/icons/" + name + ".svg");
        addClassName("icon");
        getElement().setAttribute("aria-hidden", "true");
    }
}
