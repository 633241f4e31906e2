package fr.roubaix.cln.hub.enligne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** One person at the form: what may be shown again to them, and how their visit ends. */
@Component
class Visite {

    /** Long enough to reload a page that did not answer; short enough for a computer that others use too. */
    private static final Duration RAPPEL = Duration.ofMinutes(10);

    private final AuthenticationContext authentification;
    private final Clock clock;

    Visite(AuthenticationContext authentification, Clock clock) {
        this.authentification = authentification;
        this.clock = clock;
    }

    /** A deposit, without anything of who made it. */
    record Depot(ReceiptCode code, Instant le) {}

    /** Remembers the number of a deposit in the session, and nothing else. */
    void deposee(ReceiptCode code, Instant le) {
        VaadinSession.getCurrent().setAttribute(Depot.class, new Depot(code, le));
    }

    Optional<Depot> dernierDepot() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Depot.class))
                .filter(depot -> clock.instant().isBefore(depot.le().plus(RAPPEL)));
    }

    /** Ends the visit of somebody who left without a word; the page says so to whoever looks at it next. */
    void abandonner() {
        finir(dernierDepot().isPresent() ? "" : FormulaireView.ADRESSE + "?" + CadreChezSoi.EXPIREE);
    }

    /**
     * Ends the visit: the session dies with everything in it. A session of staff, who try the form in their own browser,
     * only forgets the deposit.
     *
     * @param suite where to go, below {@code /app/}; empty for the public site
     */
    void finir(String suite) {
        var ui = UI.getCurrent();
        CadreChezSoi.de(ui).ifPresent(CadreChezSoi::vider);
        ui.getPage().setLocation(suite.isEmpty() ? "/" : "/app/" + suite);
        VaadinSession session = ui.getSession();
        session.setAttribute(Depot.class, null);
        if (authentification.isAuthenticated()) {
            ui.close();
        } else {
            WrappedSession http = session.getSession();
            session.close();
            http.invalidate();
        }
    }
}
