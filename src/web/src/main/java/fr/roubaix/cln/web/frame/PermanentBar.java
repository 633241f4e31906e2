package fr.roubaix.cln.web.frame;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.web.DrawnIcon;

/**
 * Help and way out, at the bottom of every screen: six places in an order that never changes, two rows of three on an upright
 * screen. A place that nothing fills is not there; whatever fills it later, it comes where it belongs.
 */
public final class PermanentBar extends Nav {

    /** The places, in their order. */
    public enum Place {
        LANGUAGE("globe", ""),
        SIZE("text", ""),
        CONTRAST("contrast", ""),
        LISTEN("sound", ""),
        AGENT("bell", "bar__item--help"),
        EXIT("exit", "bar__item--exit");

        private final String icon;
        private final String className;

        Place(String icon, String className) {
            this.icon = icon;
            this.className = className;
        }
    }

    private final Map<Place, Component> items = new EnumMap<>(Place.class);
    private final Runnable touched;

    /** @param touched told of every touch, before what the button does */
    public PermanentBar(String label, Runnable touched) {
        this.touched = touched;
        addClassName("bar");
        setAriaLabel(label);
    }

    /** Fills a place with a button of its drawing and these words. */
    public NativeButton put(Place place, String words, Runnable action) {
        var button = new NativeButton();
        button.add(new DrawnIcon(place.icon), new Span(words));
        put(place, button);
        button.addClickListener(_ -> action.run());
        return button;
    }

    /** Fills a place with a control of one's own, which looks like its neighbours; a second one takes the first one's place. */
    public <C extends Component & ClickNotifier<?>> void put(Place place, C control) {
        control.addClassName("bar__item");
        if (!place.className.isEmpty()) {
            control.addClassName(place.className);
        }
        control.getElement().setAttribute("data-place", place.name().toLowerCase(Locale.ROOT));
        control.addClickListener(_ -> touched.run());
        items.put(place, control);
        removeAll();
        items.values().forEach(this::add);
    }
}
