package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.kiosk.device.DeviceSeen.Which;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TabletCamera;
import fr.roubaix.cln.web.DrawnIcon;

/** The scanner: how it is, and what it reads when one holds something out. What it read is not shown: it may be anybody's. */
final class CarteDuLecteur extends Div {

    private final Scans scans;
    private final EtatDUnAppareil etat;
    private final Div resultat = new Div();
    private Scans.@Nullable Wait attente;
    private @Nullable Registration regard;

    CarteDuLecteur(VisiteDAgent visite, Materiel materiel) {
        this.scans = materiel.scans();
        etat = new EtatDUnAppareil(materiel.appareils(), Which.SCANNER);
        addClassNames("card", "agent__carte");
        resultat.getElement().setAttribute("role", "status");
        var essayer = new Button(
                getTranslation("agent.materiel.lecteur.essai"),
                new DrawnIcon("scan"),
                _ -> visite.sousSession(this::attendre));
        add(new H2(getTranslation("agent.materiel.lecteur")), etat, resultat, Ecran.actes(essayer));
        TabletCamera.here(this::lu).ifPresent(this::add);
    }

    void regarder() {
        etat.regarder();
    }

    private void attendre() {
        if (attente == null) {
            attente = scans.await();
        }
        dire("scan", "note--info", getTranslation("agent.materiel.lecteur.attend"));
    }

    private void prendre() {
        var ouverte = attente;
        if (ouverte != null) {
            ouverte.take().ifPresent(this::lu);
        }
    }

    private void lu(Scan scan) {
        laisser();
        String source = getTranslation("agent.materiel.source." + scan.source().name());
        int longueur = scan.text().length();
        if (scan.whole()) {
            dire("check-circle", "note--ok", getTranslation("agent.materiel.lecteur.lu", source, longueur));
        } else {
            dire("alert", "note--warn", getTranslation("agent.materiel.lecteur.sans-fin", source, longueur));
        }
    }

    private void dire(String icone, String genre, String phrase) {
        resultat.removeAll();
        resultat.add(Ecran.note(icone, genre, phrase));
    }

    private void laisser() {
        if (attente != null) {
            attente.close();
            attente = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        regard = event.getUI().addPollListener(_ -> prendre());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        laisser();
        if (regard != null) {
            regard.remove();
        }
    }
}
