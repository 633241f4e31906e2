package fr.roubaix.cln.web;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.HasElement;
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

    /** Adds a listener for a touch or a key, anywhere but on what {@link #mayErase} marks. */
    public Registration onTouch(ComponentEventListener<Touch> listener) {
        return addListener(Touch.class, listener);
    }

    /** Marks a control whose touch does not mean "go on". */
    public static void mayErase(HasElement control) {
        control.getElement().setAttribute("data-effacer", true);
    }

    /** Somebody is there. */
    @DomEvent("touche")
    public static final class Touch extends ComponentEvent<Countdown> {
        public Touch(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Nothing is left. */
    @DomEvent("fini")
    public static final class End extends ComponentEvent<Countdown> {
        public End(Countdown source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
