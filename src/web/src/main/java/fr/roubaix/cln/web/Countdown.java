package fr.roubaix.cln.web;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/** Seconds that run out, in figures and as a ring; 30, 10 and 5 are also announced. */
@Tag("cln-rebours")
@JavaScript("context://cln/inactivite.js")
public final class Countdown extends Component {

    /** Counts from a duration; the unit is the word under the figure, for example {@code secondes}. */
    public Countdown(Duration from, String unit) {
        getElement().setAttribute("secondes", Long.toString(from.toSeconds()));
        getElement().setAttribute("unite", unit);
        getElement().getClassList().add("rebours");
    }

    /** Adds a listener for zero. */
    public Registration onEnd(ComponentEventListener<End> listener) {
        return addListener(End.class, listener);
    }

    /** Nothing is left. */
    @DomEvent("fini")
    public static final class End extends ComponentEvent<Countdown> {
        public End(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
