package fr.roubaix.cln.web;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/** Tells when nobody has touched the screen or a key for a while. Off until {@link #watch}. */
@Tag("cln-inactivite")
@JavaScript("context://cln/inactivite.js")
public final class IdleWatch extends Component {

    /** Watches from now on; every touch begins the wait again. */
    public void watch(Duration delay) {
        getElement().setAttribute("delai", Long.toString(delay.toSeconds()));
        getElement().setAttribute("actif", "oui");
    }

    /** Watches no more. */
    public void rest() {
        getElement().setAttribute("actif", "non");
    }

    /**
     * From now on the page hides itself, server or no server, so long after the end of the wait: when no warning came
     * because the server is dead, or when the machine slept. Longer than the countdown of the warning.
     */
    public void eraseAfter(Duration grace) {
        getElement().setAttribute("sursis", Long.toString(grace.toSeconds()));
    }

    /** Adds a listener for a page that has hidden itself. */
    public Registration onErased(ComponentEventListener<Erased> listener) {
        return addListener(Erased.class, listener);
    }

    /** Adds a listener for the end of the wait. */
    public Registration onIdle(ComponentEventListener<Idle> listener) {
        return addListener(Idle.class, listener);
    }

    /** Nobody has touched anything for the whole delay. */
    @DomEvent("inactif")
    public static final class Idle extends ComponentEvent<IdleWatch> {
        public Idle(IdleWatch source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** The page has hidden itself: nobody answered, or nobody could be asked. */
    @DomEvent("efface")
    public static final class Erased extends ComponentEvent<IdleWatch> {
        public Erased(IdleWatch source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
