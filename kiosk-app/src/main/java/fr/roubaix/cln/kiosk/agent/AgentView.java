package fr.roubaix.cln.kiosk.agent;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.session.Departure;
import fr.roubaix.cln.kiosk.session.IdleGuard;

/**
 * The agent page, behind a PIN. This very object is the agent's session: a reload, the back button or another tab begin
 * with another one, which knows nobody. What the agent asks goes through {@link #sousSession}: whoever the hub no longer
 * publishes is out at the next touch, or within seconds without one.
 */
@Route("agent")
class AgentView extends Div implements BeforeEnterObserver, HasDynamicTitle, VisiteDAgent {

    private static final int REGARD_MILLIS = 3_000;

    private static final int ATTENTE_MIN_SECONDES = 30;
    private static final int ATTENTE_MAX_SECONDES = 300;

    private final OuvertureDAgent ouverture;
    private final EcransDAgent ecrans;
    private final Duration attente;
    private @Nullable SessionDAgent session;
    private @Nullable Ecran ecran;
    private @Nullable Registration regard;
    private int rythme;

    /** @param attente seconds without a touch before the agent is asked, and signed out: they look at papers, and at people */
    AgentView(
            OuvertureDAgent ouverture,
            EcransDAgent ecrans,
            @Value("${cln.kiosk.inactivite-agent-secondes:120}") int attente) {
        this.ouverture = ouverture;
        this.ecrans = ecrans;
        this.attente = Duration.ofSeconds(Math.clamp(attente, ATTENTE_MIN_SECONDES, ATTENTE_MAX_SECONDES));
        addClassNames("page-view", "agent");
    }

    /** However one comes here, even from here, one begins by saying who one is. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        // The resident before may have read Arabic: staff work in French, from left to right.
        event.getUI().setLocale(Locale.FRENCH);
        fermer();
        add(new Identification(ouverture, this::entrer));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("agent.titre");
    }

    private void entrer(SessionDAgent ouverte) {
        session = ouverte;
        getUI().ifPresent(ui -> IdleGuard.delay(ui, attente));
        accueil();
    }

    @Override
    public void accueil() {
        aller(() -> ecrans.page(this));
    }

    @Override
    public void file() {
        aller(() -> ecrans.file(this));
    }

    @Override
    public void cle() {
        aller(() -> ecrans.cle(this));
    }

    @Override
    public void clotures() {
        aller(() -> ecrans.clotures(this));
    }

    @Override
    public void recu() {
        aller(() -> ecrans.recu(this));
    }

    @Override
    public void fiche() {
        aller(() -> ecrans.fiche(this));
    }

    @Override
    public void avis() {
        aller(() -> ecrans.avis(this));
    }

    @Override
    public void tablettes() {
        aller(() -> ecrans.tablettes(this));
    }

    @Override
    public void materiel() {
        aller(() -> ecrans.materiel(this));
    }

    @Override
    public void ajoutDeTablette() {
        aller(() -> ecrans.ajoutDeTablette(this));
    }

    @Override
    public void duplicata(ReceiptCode code) {
        aller(() -> ecrans.duplicata(this, code));
    }

    @Override
    public void retrait(ReceiptCode code, boolean scanne) {
        aller(() -> ecrans.retrait(this, code, scanne));
    }

    @Override
    public SessionDAgent session() {
        if (session == null) {
            throw new IllegalStateException("nobody gave a PIN on this page");
        }
        return session;
    }

    /** Builds the next screen only for an agent who may be here. */
    private <E extends Component & Ecran> void aller(Supplier<E> prochain) {
        sousSession(() -> {
            E construit = prochain.get();
            ecran = construit;
            removeAll();
            add(construit);
        });
    }

    @Override
    public void sousSession(Runnable acte) {
        if (session != null && ouverture.vaut(session)) {
            acte.run();
        } else {
            quitter();
        }
    }

    @Override
    public void quitter() {
        fermer();
        getUI().ifPresent(Departure::of);
    }

    private void fermer() {
        session = null;
        ecran = null;
        removeAll();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        rythme = ui.getPollInterval();
        ui.setPollInterval(REGARD_MILLIS);
        regard = ui.addPollListener(_ -> regarder());
    }

    private void regarder() {
        if (session != null) {
            sousSession(() -> {
                if (ecran != null) {
                    ecran.regarder();
                }
            });
        }
    }

    /** Left for a resident's screen, whichever way: nothing of the agent stays behind. */
    @Override
    protected void onDetach(DetachEvent event) {
        UI ui = event.getUI();
        ui.setPollInterval(rythme);
        if (regard != null) {
            regard.remove();
        }
        session = null;
        ecran = null;
    }
}
