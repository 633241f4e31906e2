package fr.roubaix.cln.web.scanning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/**
 * Listens to a scanner that passes for a keyboard. It goes by where the keys are, not by what the layout of the machine
 * makes of them; what such a scanner types reaches no field, what a person types reaches it all. Add it once to the page.
 */
@Tag("cln-douchette")
@JavaScript("context://cln/ecran.js")
@JavaScript("context://cln/frappe.js")
@JavaScript("context://cln/douchette.js")
public final class WedgeScanner extends Component {

    /** Adds a listener for what is read. */
    public Registration onRead(ComponentEventListener<Read> listener) {
        return addListener(Read.class, listener);
    }

    /** Something that began as a receipt begins was read. */
    @DomEvent("lu")
    public static final class Read extends ComponentEvent<WedgeScanner> {

        private final String text;
        private final boolean whole;

        public Read(
                WedgeScanner source,
                boolean fromClient,
                @EventData("event.detail.texte") String text,
                @EventData("event.detail.entier") boolean whole) {
            super(source, fromClient);
            this.text = text;
            this.whole = whole;
        }

        /** What the scanner typed, as it would on the keyboard that it takes itself for. */
        public String text() {
            return text;
        }

        /** The scanner ended it with a key; otherwise silence did. */
        public boolean whole() {
            return whole;
        }
    }
}
