package fr.roubaix.cln.web.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.StatusLine;
import fr.roubaix.cln.web.Wordmark;

/** A screen of a terminal: where one is above, one question in the middle, help and way out below. Only the middle changes. */
@JavaScript("context://cln/defilement.js")
public final class ScreenFrame extends Div {

    private final Main main = new Main();
    private final Span place = new Span();
    private final StatusLine status = new StatusLine();
    private @Nullable Secteur shown;

    public ScreenFrame(PermanentBar bar) {
        addClassName("kiosk");
        main.addClassName("kiosk__main");
        place.addClassName("place");
        status.addClassName("link");
        var header = new Header(new Wordmark(), place, status);
        header.addClassName("kiosk__head");
        add(header, main, bar);
    }

    /** The state at the end of the header, for example of the link to the hub. */
    public StatusLine status() {
        return status;
    }

    /** Shows the mairie where this terminal stands by its whole name, in the language of the page; or none. */
    public void standsIn(@Nullable Secteur secteur, String name) {
        if (secteur == shown) {
            return;
        }
        shown = secteur;
        place.removeAll();
        if (secteur != null) {
            place.add(DrawnIcon.of(secteur), new Span(name));
        }
    }

    /** Puts one screen in the middle, in the place of the last. */
    public void show(HasElement screen) {
        clear();
        main.getElement().appendChild(screen.getElement());
    }

    /** Leaves the middle empty. */
    public void clear() {
        main.getElement().removeAllChildren();
    }

    /** Adds something without looks of its own: settings, a guard. */
    public void carry(Component unseen) {
        unseen.addClassName("kiosk__unseen");
        add(unseen);
    }
}
