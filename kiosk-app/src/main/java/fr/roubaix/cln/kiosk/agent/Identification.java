package fr.roubaix.cln.kiosk.agent;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.kiosk.agent.OuvertureDAgent.Issue;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.Pave;
import fr.roubaix.cln.web.saisie.Question;

/**
 * Two questions: who are you, and your PIN. The PIN is taken out of its field before it is judged, beside the screen; a
 * second touch meanwhile starts nothing.
 */
final class Identification extends Div {

    /** Of the PIN, in digits (the hub gives six or more). */
    private static final int CODE_MAX = 20;

    /** While a PIN is judged, the page asks this often what became of it. */
    private static final int REGARD_MILLIS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Identification.class);

    private final OuvertureDAgent ouverture;
    private final Consumer<SessionDAgent> entrer;
    private final PasswordField code = new PasswordField();
    private @Nullable Button ouvrir;
    private @Nullable Jugement jugement;

    /** @param entrer what to do once a PIN is right */
    Identification(OuvertureDAgent ouverture, Consumer<SessionDAgent> entrer) {
        this.ouverture = ouverture;
        this.entrer = entrer;
        addClassName("agent__ecran");
        regler();
        demanderLeNom();
    }

    private void regler() {
        code.setLabel(getTranslation("agent.code"));
        code.setAllowedCharPattern("[0-9]");
        code.setMaxLength(CODE_MAX);
        code.setRevealButtonVisible(false);
        code.setAutocomplete(Autocomplete.OFF);
        code.setManualValidation(true);
        code.getElement().setAttribute("inputmode", "numeric");
        code.addClassNames("saisie__chiffres", "agent__code");
    }

    private void demanderLeNom() {
        oublierLeJugement();
        removeAll();
        add(new Question(getTranslation("agent.qui")));
        var agents = ouverture.agents();
        if (agents.isEmpty()) {
            add(Ecran.note("alert", "note--warn", getTranslation(personne())));
        } else {
            var noms = new Div();
            noms.addClassName("agent__noms");
            agents.forEach(agent -> noms.add(nom(agent)));
            add(noms);
        }
        var accueil = new Button(getTranslation("home.retour"), _ -> getUI().ifPresent(ui -> ui.navigate("")));
        add(Ecran.actes(accueil));
    }

    private String personne() {
        return ouverture.bulletinRecu() ? "agent.aucun-agent" : "agent.aucun-bulletin";
    }

    private NativeButton nom(AgentPublie agent) {
        var bouton = new NativeButton(agent.nom(), _ -> demanderLeCode(agent));
        bouton.addComponentAsFirst(new DrawnIcon("user"));
        bouton.addClassName("agent__nom");
        return bouton;
    }

    private void demanderLeCode(AgentPublie agent) {
        removeAll();
        code.clear();
        code.setInvalid(false);
        code.setHelperText(getTranslation("agent.code.aide"));
        ouvrir = new Button(getTranslation("agent.ouvrir"), _ -> ouvrir(agent));
        ouvrir.addThemeVariants(ButtonVariant.PRIMARY);
        // A digit of the pad reaches the server only when its field loses the focus.
        ouvrir.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var autre = new Button(getTranslation("agent.autre-nom"), _ -> demanderLeNom());
        var gauche = new Div(
                new Question(getTranslation("agent.code.question", agent.nom())), code, Ecran.actes(autre, ouvrir));
        gauche.addClassName("saisie__gauche");
        add(saisie(gauche));
        code.focus();
    }

    private static Div saisie(Component gauche) {
        var saisie = new Div(Pave.pourUnChamp(gauche));
        saisie.addClassName("saisie");
        return saisie;
    }

    private void ouvrir(AgentPublie agent) {
        if (jugement != null) {
            return;
        }
        String tape = code.getValue();
        code.clear();
        if (tape.isEmpty()) {
            refuser(getTranslation("agent.code.vide"));
            return;
        }
        getUI().ifPresent(ui -> {
            jugement = new Jugement(agent, ouverture.juger(agent.id(), tape), ui, ui.getPollInterval());
            ui.setPollInterval(REGARD_MILLIS);
            occuper(true);
        });
    }

    private void occuper(boolean occupe) {
        code.setHelperText(getTranslation(occupe ? "agent.code.verification" : "agent.code.aide"));
        if (ouvrir != null) {
            ouvrir.setEnabled(!occupe);
        }
    }

    /** However one leaves, nobody waits for a judgement any more. */
    private void oublierLeJugement() {
        if (jugement != null) {
            jugement.ui().setPollInterval(jugement.rythme());
            jugement = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var regards = event.getUI().addPollListener(_ -> regarder());
        addDetachListener(detach -> {
            regards.remove();
            code.clear();
            oublierLeJugement();
            detach.unregisterListener();
        });
    }

    private void regarder() {
        var rendu = jugement;
        if (rendu == null || !rendu.issue().isDone()) {
            return;
        }
        oublierLeJugement();
        occuper(false);
        rendu.issue()
                .handle((issue, panne) -> panne == null ? Optional.of(issue) : imprevu(panne))
                .join()
                .ifPresentOrElse(
                        issue -> conclure(rendu.agent(), issue), () -> refuser(getTranslation("agent.code.imprevu")));
    }

    private static Optional<Issue> imprevu(Throwable panne) {
        LOG.error("A PIN could not be judged", panne);
        return Optional.empty();
    }

    private void conclure(AgentPublie agent, Issue issue) {
        switch (issue) {
            case Issue.Ouverte(var session) -> entrer.accept(session);
            case Issue.MauvaisCode(var essais) -> refuser(getTranslation("agent.code.faux", essais));
            case Issue.Verrouillee(var encore) ->
                refuser(getTranslation("agent.code.verrou", getTranslation("agent.minutes", Ecran.minutes(encore))));
            case Issue.PlusPublie _ -> {
                demanderLeNom();
                addComponentAtIndex(1, alerte(getTranslation("agent.plus-publie", agent.nom())));
            }
        }
    }

    private static Paragraph alerte(String texte) {
        var alerte = Ecran.note("alert", "note--warn", texte);
        alerte.getElement().setAttribute("role", "alert");
        return alerte;
    }

    private void refuser(String motif) {
        code.setErrorMessage(motif);
        code.setInvalid(true);
        code.focus();
    }

    /**
     * A PIN that is being judged.
     *
     * @param rythme how often the page asked before
     */
    private record Jugement(AgentPublie agent, CompletableFuture<Issue> issue, UI ui, int rythme) {}
}
