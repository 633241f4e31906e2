package fr.roubaix.cln.kiosk.agent;

import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.scanner.Scan;
import fr.roubaix.cln.hardware.scanner.Scan.Source;
import fr.roubaix.cln.kiosk.agent.LectureDeRecu.Lecture;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TabletCamera;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.Question;

/** Waits for a receipt, scanned or typed, then shows what this kiosk can tell of it. */
final class EcranDuRecu extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final LectureDeRecu lecture;
    private final Scans scans;
    private final TextField numero = new TextField();
    private final Div reponse = new Div();
    private Scans.@Nullable Wait attente;
    private @Nullable Registration regard;

    EcranDuRecu(VisiteDAgent visite, LectureDeRecu lecture, Scans scans) {
        this.visite = visite;
        this.lecture = lecture;
        this.scans = scans;
        addClassName("agent__ecran");
        numero.setLabel(getTranslation("agent.recu.numero"));
        numero.setHelperText(getTranslation("agent.recu.numero.aide"));
        // Somebody may paste the whole square.
        numero.setMaxLength(Scan.LONGEST);
        numero.setManualValidation(true);
        numero.setAutocomplete(Autocomplete.OFF);
        numero.addClassNames("follow-field", "agent__numero");
        reponse.getElement().setAttribute("role", "status");
        demander();
    }

    @Override
    public void regarder() {}

    private void demander() {
        removeAll();
        numero.clear();
        numero.setInvalid(false);
        reponse.removeAll();
        var question = new Question(getTranslation("agent.recu.question"));
        var explication = new Paragraph(
                getTranslation(scans.available() ? "agent.recu.explication" : "agent.recu.explication.sans-lecteur"));
        explication.addClassName("lead");
        var lire = new Button(getTranslation("agent.recu.lire"), new DrawnIcon("search"), _ -> taper());
        lire.addThemeVariants(ButtonVariant.PRIMARY);
        // What a scanner types reaches the server only when its field loses the focus.
        lire.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.accueil());
        add(question, explication);
        TabletCamera.here(lu -> visite.sousSession(() -> juger(lu))).ifPresent(this::add);
        add(numero, reponse, Ecran.pouce(retour, lire));
        attendre();
        numero.focus();
    }

    private void taper() {
        visite.sousSession(() -> juger(Scan.whole(numero.getValue(), Source.TYPED)));
    }

    private void juger(Scan lu) {
        numero.setInvalid(false);
        reponse.removeAll();
        switch (lecture.lire(lu)) {
            case Lecture.Vide _ -> refuser("agent.recu.vide");
            case Lecture.MalForme _ -> refuser("agent.recu.mal-forme");
            case Lecture.EnPartie _ -> dire("alert", "note--warn", "agent.recu.en-partie");
            case Lecture.AutreChose _ -> dire("x-circle", "note--err", "agent.recu.autre-chose");
            case Lecture.Faux _ -> dire("x-circle", "note--err", "agent.recu.faux");
            case Lecture.CleInconnue(var _, var revoquee) ->
                dire("alert", "note--warn", revoquee ? "agent.recu.revoquee" : "agent.recu.cle-inconnue");
            case Lecture.AutrePapier(var quoi) -> dire("info", "note--info", "agent.recu.autre." + quoi.name());
            case Lecture.Authentique(var token, var connu) ->
                montrer(new FicheDuRecu(visite, Optional.of(token), connu, this::demander));
            case Lecture.Tape(var connu) -> montrer(new FicheDuRecu(visite, Optional.empty(), connu, this::demander));
        }
    }

    private void refuser(String cle) {
        numero.setErrorMessage(getTranslation(cle));
        numero.setInvalid(true);
        numero.focus();
    }

    private void dire(String icone, String genre, String cle) {
        numero.clear();
        reponse.add(Ecran.note(icone, genre, getTranslation(cle)));
    }

    private void montrer(Component fiche) {
        numero.clear();
        laisser();
        removeAll();
        add(fiche);
    }

    private void attendre() {
        getUI().ifPresent(ui -> {
            if (regard == null) {
                regard = ui.addPollListener(_ -> prendre());
                attente = scans.await();
            }
        });
    }

    private void prendre() {
        var ouverte = attente;
        if (ouverte != null) {
            ouverte.take().ifPresent(lu -> visite.sousSession(() -> juger(lu)));
        }
    }

    private void laisser() {
        if (attente != null) {
            attente.close();
            attente = null;
        }
        if (regard != null) {
            regard.remove();
            regard = null;
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        attendre();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        laisser();
    }
}
