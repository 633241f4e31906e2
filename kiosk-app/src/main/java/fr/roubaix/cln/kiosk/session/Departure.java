package fr.roubaix.cln.kiosk.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;

/** How a person's visit ends, whichever way: the HTTP session dies with everything in it, and home is shown afresh. */
public final class Departure {

    /** The first screen of the terminal. */
    static final String HOME = "/borne/";

    private Departure() {}

    /** Ends the visit of this page. Nothing typed can be read afterwards, and settings are back to default. */
    public static void of(UI ui) {
        ui.getPage().setLocation(HOME);
        VaadinSession session = ui.getSession();
        if (session != null) {
            WrappedSession http = session.getSession();
            session.close();
            http.invalidate();
        }
    }
}
