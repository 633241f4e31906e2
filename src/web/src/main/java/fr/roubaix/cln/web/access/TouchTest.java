package fr.roubaix.cln.web.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;

/** Squares over the whole screen, each to be touched once: one that never answers shows where the screen is dead. */
@Tag("cln-touches")
@JavaScript("context://cln/essais.js")
public final class TouchTest extends Component {

    /** @param left said of how many squares remain, {@code {0}} is their number */
    public TouchTest(String name, String left, String close) {
        getElement().setAttribute("mot-nom", name);
        getElement().setAttribute("mot-reste", left);
        getElement().setAttribute("mot-fermer", close);
    }

    /** Covers the screen with squares. */
    public void begin() {
        getElement().callJsFunction("begin");
    }

    /** Adds a listener for the end, whether every square answered or somebody gave up. */
    public Registration onEnd(ComponentEventListener<End> listener) {
        return addListener(End.class, listener);
    }

    /** The test is over. */
    @DomEvent("fini")
    public static final class End extends ComponentEvent<TouchTest> {

        private final int left;

        public End(
                TouchTest source,
                boolean fromClient,
                @com.vaadin.flow.component.EventData("event.detail.reste") int left) {
            super(source, fromClient);
            this.left = left;
        }

        /** Squares that did not answer. */
        public int left() {
            return left;
        }
    }
}
