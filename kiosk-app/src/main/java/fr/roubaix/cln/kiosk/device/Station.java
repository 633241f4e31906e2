package fr.roubaix.cln.kiosk.device;

import java.util.Optional;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.web.Measures;
import fr.roubaix.cln.web.Measures.Reader;

/**
 * A tablet before which a person stands, instead of the terminal itself. A visit belongs to one of them from its first
 * request on, and never changes hands.
 *
 * @param tablet which one, as the terminal numbers them
 * @param screen what its screen measures
 */
public record Station(String tablet, TerminalProfile screen) {

    private static final String KEPT = Station.class.getName();

    /** The tablet of the visit that this thread works for; none at the terminal itself. */
    public static Optional<Station> here() {
        var session = VaadinSession.getCurrent();
        return session == null || session.getSession() == null
                ? Optional.empty()
                : Optional.ofNullable((Station) session.getSession().getAttribute(KEPT));
    }

    /** The tablet of a visit; none at the terminal itself. */
    public static Optional<Station> of(HttpSession visit) {
        return Optional.ofNullable((Station) visit.getAttribute(KEPT));
    }

    /** Makes a visit that begins one of this tablet. */
    public void claim(HttpSession visit) {
        visit.setAttribute(KEPT, this);
    }

    /** The sizes of every screen on this tablet. */
    public Measures measures() {
        return measures(screen);
    }

    static Measures measures(TerminalProfile screen) {
        return new Measures(
                switch (screen.kind()) {
                    case KIOSK -> Reader.KIOSK;
                    case AGENT_TABLET -> Reader.AGENT_TABLET;
                    case RESIDENT_TABLET -> Reader.RESIDENT_TABLET;
                },
                screen.pixelsPerMillimetre(),
                screen.distance());
    }
}
