package fr.roubaix.cln.kiosk.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.kiosk.sync.Sauvegardes;

/** One more copy of this terminal, where somebody said that copies go. It is made beside the screen. */
final class CarteDeSauvegarde extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CarteDeSauvegarde.class);

    private final Copies copies;
    private final Sauvegardes sauvegardes;
    private final Button maintenant;
    private final Div resultat = new Div();
    private @Nullable CompletableFuture<Bilan> copie;

    CarteDeSauvegarde(VisiteDAgent visite, Copies copies, Sauvegardes sauvegardes) {
        this.copies = copies;
        this.sauvegardes = sauvegardes;
        addClassNames("card", "agent__carte");
        resultat.addClassName("agent__notes");
        resultat.getElement().setAttribute("role", "status");
        maintenant =
                new Button(getTranslation("agent.sauvegarde.maintenant"), _ -> visite.sousSession(this::sauvegarder));
        add(
                new H2(getTranslation("agent.sauvegarde")),
                new Paragraph(getTranslation("agent.sauvegarde.explication")),
                resultat,
                Ecran.actes(maintenant));
        setVisible(sauvegardes.prevues());
    }

    private void sauvegarder() {
        if (copie == null) {
            copie = copies.sauvegarder(sauvegardes).thenApply(Bilan::de);
            maintenant.setEnabled(false);
            resultat.removeAll();
            resultat.add(Ecran.note("clock", "note--info", getTranslation("agent.sauvegarde.en-cours")));
        }
    }

    void regarder() {
        if (copie != null && copie.isDone()) {
            var bilan = copie.exceptionally(CarteDeSauvegarde::imprevu).join();
            copie = null;
            maintenant.setEnabled(true);
            resultat.removeAll();
            bilan.phrases()
                    .forEach(phrase -> resultat.add(Ecran.note(
                            bilan.reussi() ? "check-circle" : "alert",
                            bilan.reussi() ? "note--ok" : "note--warn",
                            getTranslation(phrase.cle(), phrase.valeurs()))));
        }
    }

    private static Bilan imprevu(Throwable cause) {
        LOG.error("A backup broke off", cause);
        return Bilan.rate(
                cause instanceof TimeoutException || cause.getCause() instanceof TimeoutException
                        ? "agent.sauvegarde.muette"
                        : "agent.sauvegarde.imprevu");
    }
}
