package fr.roubaix.cln.kiosk.agent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import fr.roubaix.cln.kiosk.sync.Envois;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.kiosk.sync.Hub.Liaison;
import fr.roubaix.cln.web.FrenchDates;

/** How the exchange with the hub goes, in words, and what to do when it does not. */
final class CarteDeLiaison extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CarteDeLiaison.class);

    /** Below this nobody needs to hear of the clock. */
    private static final Duration A_L_HEURE = Duration.ofSeconds(5);

    /** The hub refuses requests that claim a time this far from its own; the claim is then corrected. */
    private static final Duration HORLOGE_FAUSSE = Duration.ofMinutes(5);

    private final Hub hub;
    private final Clock clock;
    private final Div etat = new Div();
    private final DescriptionList lignes = Ecran.lignes();
    private final Div notes = new Div();
    private final Paragraph demande = new Paragraph();
    private @Nullable Liaison montree;

    CarteDeLiaison(VisiteDAgent visite, Hub hub, Envois envois, Clock clock) {
        this.hub = hub;
        this.clock = clock;
        addClassNames("card", "agent__carte", "agent__liaison");
        etat.getElement().setAttribute("role", "status");
        demande.getElement().setAttribute("role", "status");
        demande.addClassName("muted");
        notes.addClassName("agent__notes");
        var envoyer = new Button(
                getTranslation("agent.envoyer"),
                _ -> visite.sousSession(() -> demande.setText(getTranslation(demander(envois)))));
        envoyer.addThemeVariants(ButtonVariant.PRIMARY);
        var enTete = new Div(etat, envoyer);
        enTete.addClassName("agent__etat");
        add(new H2(getTranslation("agent.liaison")), enTete, demande, lignes, notes);
    }

    private static String demander(Envois envois) {
        try {
            envois.maintenant();
            return "agent.envoyer.demande";
        } catch (DataAccessException e) {
            LOG.error("The disk refuses to write down that sending is wanted now", e);
            return "agent.envoyer.impossible";
        }
    }

    /** Changes only what changed: the state is a live region, and would be read aloud again each time. */
    void regarder() {
        var liaison = hub.liaison();
        if (liaison.equals(montree)) {
            return;
        }
        boolean autreEtat = montree == null || montree.connectee() != liaison.connectee();
        if (montree != null) {
            demande.setText("");
        }
        montree = liaison;
        if (autreEtat) {
            etat.removeAll();
            etat.add(
                    liaison.connectee()
                            ? Ecran.etat("wifi", "badge--ok", getTranslation("agent.liaison.connectee"))
                            : Ecran.etat("wifi-off", "badge--warn", getTranslation("agent.liaison.hors-ligne")));
        }
        decrire(liaison);
        notes.removeAll();
        panne(liaison).ifPresent(texte -> notes.add(Ecran.note("alert", "note--warn", texte)));
        if (liaison.ecartDHorloge().abs().compareTo(HORLOGE_FAUSSE) >= 0) {
            notes.add(Ecran.note("clock", "note--warn", getTranslation("agent.horloge.fausse")));
        }
    }

    private void decrire(Liaison liaison) {
        lignes.removeAll();
        Ecran.ligne(
                lignes,
                getTranslation(liaison.connectee() ? "agent.contact" : "agent.contact.depuis"),
                liaison.dernierContact()
                        .map(FrenchDates::instant)
                        .orElseGet(() -> getTranslation("agent.contact.jamais")));
        Ecran.ligne(lignes, getTranslation("agent.horloge"), horloge(liaison));
        liaison.prochainEssai().ifPresent(quand -> Ecran.ligne(lignes, getTranslation("agent.prochain"), dans(quand)));
    }

    private String horloge(Liaison liaison) {
        var ecart = liaison.ecartDHorloge();
        if (liaison.dernierContact().isEmpty()) {
            return getTranslation("agent.horloge.inconnue");
        }
        if (ecart.abs().compareTo(A_L_HEURE) < 0) {
            return getTranslation("agent.horloge.juste");
        }
        String duree = duree(ecart.abs());
        return getTranslation(ecart.isNegative() ? "agent.horloge.avance" : "agent.horloge.retard", duree);
    }

    private String duree(Duration duree) {
        return duree.toMinutes() < 2
                ? getTranslation("agent.secondes", duree.toSeconds())
                : getTranslation("agent.minutes", duree.toMinutes());
    }

    private String dans(Instant quand) {
        var reste = Duration.between(clock.instant(), quand);
        return reste.isPositive() && reste.toHours() < 1
                ? getTranslation(
                        "agent.prochain.heure",
                        FrenchDates.hour(quand.atZone(clock.getZone()).toLocalTime()))
                : getTranslation("agent.prochain.bientot");
    }

    private Optional<String> panne(Liaison liaison) {
        return liaison.panne().map(panne -> getTranslation("agent.panne." + panne.name()));
    }
}
