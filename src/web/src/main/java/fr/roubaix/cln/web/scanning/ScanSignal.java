package fr.roubaix.cln.web.scanning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/**
 * Tells a page at once that the scanner of its terminal read something. The page asks an address that answers when there
 * is something new, or after half a minute: nothing moves meanwhile.
 */
@Tag("cln-signal")
@JavaScript("context://cln/signal.js")
public final class ScanSignal extends Component {

    /** @param address answers a number, which changes with each reading, and waits while it is still the one it is given */
    public ScanSignal(String address) {
        getElement().setAttribute("adresse", address);
    }

    /** Adds a listener for word that something was read. */
    public Registration onSignal(ComponentEventListener<Signal> listener) {
        return addListener(Signal.class, listener);
    }

    /** Something was read, elsewhere. */
    @DomEvent("signal")
    public static final class Signal extends ComponentEvent<ScanSignal> {
        public Signal(ScanSignal source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
