package fr.roubaix.cln.web;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;

/** Theme and text size of the page, as {@code DESIGN} tokens read them: attributes of the document itself. */
@Tag("cln-reglages")
@JavaScript("context://cln/reglages.js")
public final class DisplaySettings extends Component {

    /** The four themes, the default first. */
    public enum Theme {
        CLAIR("clair"),
        SOMBRE("sombre"),
        CONTRASTE_CLAIR("contraste-clair"),
        CONTRASTE_SOMBRE("contraste-sombre");

        private final String attribute;

        Theme(String attribute) {
            this.attribute = attribute;
        }

        /** The value of {@code data-theme}. */
        public String attribute() {
            return attribute;
        }
    }

    /** How many text sizes there are; 1 is the smallest and the default. */
    public static final int SIZES = 4;

    private Theme theme = Theme.CLAIR;
    private int size = 1;

    /** The defaults. What kind of terminal it is ({@code data-profile}), the page said before anything was on it. */
    public DisplaySettings() {
        setTheme(Theme.CLAIR);
        setSize(1);
    }

    public Theme theme() {
        return theme;
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
        getElement().setAttribute("theme", theme.attribute());
    }

    public int size() {
        return size;
    }

    /** Changes the text size, 1 to {@link #SIZES}. */
    public void setSize(int size) {
        if (size < 1 || size > SIZES) {
            throw new IllegalArgumentException("text sizes are 1 to " + SIZES);
        }
        this.size = size;
        getElement().setAttribute("size", Integer.toString(size));
    }
}
