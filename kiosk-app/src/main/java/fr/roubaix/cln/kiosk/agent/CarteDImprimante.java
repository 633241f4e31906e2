package fr.roubaix.cln.kiosk.agent;

import java.util.concurrent.CompletableFuture;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Which;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.web.DrawnIcon;

/** The printer, and a paper to try it with. */
final class CarteDImprimante extends Div {

    private final Materiel materiel;
    private final Hub hub;
    private final EtatDUnAppareil etat;
    private final Div resultat = new Div();
    private final Button essayer;
    private @Nullable CompletableFuture<PrintResult> essai;

    CarteDImprimante(VisiteDAgent visite, Materiel materiel, Hub hub) {
        this.materiel = materiel;
        this.hub = hub;
        etat = new EtatDUnAppareil(materiel.appareils(), Which.PRINTER);
        addClassNames("card", "agent__carte");
        resultat.getElement().setAttribute("role", "status");
        essayer = new Button(
                getTranslation("agent.materiel.imprimante.essai"),
                new DrawnIcon("printer"),
                _ -> visite.sousSession(this::imprimer));
        add(new H2(getTranslation("agent.materiel.imprimante")), etat, resultat, Ecran.actes(essayer));
    }

    private void imprimer() {
        if (essai == null) {
            String mairie = hub.borne().map(borne -> borne.mairie().nom()).orElse("");
            essai = materiel.imprimer(getTranslation("frame.mairie", mairie), etat.maintenant());
            essayer.setEnabled(false);
            dire("clock", "note--info", "agent.materiel.imprimante.en-cours");
        }
    }

    void regarder() {
        etat.regarder();
        var demande = essai;
        if (demande != null && demande.isDone()) {
            essai = null;
            essayer.setEnabled(true);
            if (!demande.isCompletedExceptionally() && demande.join() instanceof PrintResult.Printed) {
                dire("check-circle", "note--ok", "agent.materiel.imprimante.sortie");
            } else {
                dire("alert", "note--warn", "agent.materiel.imprimante.pas-sortie");
            }
        }
    }

    private void dire(String icone, String genre, String cle) {
        resultat.removeAll();
        resultat.add(Ecran.note(icone, genre, getTranslation(cle)));
    }
}
