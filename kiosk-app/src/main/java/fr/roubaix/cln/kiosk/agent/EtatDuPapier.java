package fr.roubaix.cln.kiosk.agent;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.web.DrawnIcon;

/**
 * What became of a paper: printing, printed, or not. What it is a receipt of is in the journal before: a printer that fails
 * undoes nothing, and the agent prints again or writes the number down.
 */
final class EtatDuPapier extends Div {

    /** Looks, of a few seconds each, before the printer is called silent. */
    private static final int REGARDS = 10;

    private final Papiers papiers;
    private final Function<Receipts, Impression> papier;
    private final Div phrase = new Div();
    private final Button encore;
    private @Nullable CompletableFuture<Impression> impression;
    private int regards;

    EtatDuPapier(VisiteDAgent visite, Papiers papiers, Function<Receipts, Impression> papier) {
        this.papiers = papiers;
        this.papier = papier;
        encore = new Button(
                getTranslation("agent.papier-recu.encore"),
                new DrawnIcon("printer"),
                _ -> visite.sousSession(this::imprimer));
        phrase.getElement().setAttribute("role", "status");
        addClassName("agent__papier");
        add(phrase, encore);
        imprimer();
    }

    private void imprimer() {
        if (impression != null && !impression.isDone()) {
            return;
        }
        regards = 0;
        encore.setVisible(false);
        dire("printer", "note--info", "agent.papier-recu.en-cours");
        impression = papiers.imprimer(papier);
        regarder();
    }

    void regarder() {
        var demandee = impression;
        if (demandee == null) {
            return;
        }
        if (demandee.isDone()) {
            impression = null;
            conclure(demandee.join());
        } else if (++regards == REGARDS) {
            dire("alert", "note--warn", "agent.papier-recu.INJOIGNABLE");
        }
    }

    private void conclure(Impression faite) {
        switch (faite) {
            case Impression.Imprime _ -> dire("check-circle", "note--ok", "agent.papier-recu.imprime");
            case Impression.NonImprime(var raison) -> {
                dire("alert", "note--warn", "agent.papier-recu." + raison.name());
                encore.setVisible(true);
            }
        }
    }

    private void dire(String icone, String genre, String cle) {
        phrase.removeAll();
        phrase.add(Ecran.note(icone, genre, getTranslation(cle)));
    }
}
