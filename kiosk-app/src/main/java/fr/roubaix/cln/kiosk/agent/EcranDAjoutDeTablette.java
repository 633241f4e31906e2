package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.tablet.Tablet;
import fr.roubaix.cln.kiosk.tablet.TabletDesk;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Fate;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Invitation;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.Question;

/** Lets one more tablet in: its name and who holds it, then a code that it types once. The code is gone with the screen. */
final class EcranDAjoutDeTablette extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final TabletDesk desk;
    private final TextField nom = new TextField();
    private final RadioButtonGroup<TerminalProfile> ecrans = new RadioButtonGroup<>();
    private final Span reste = new Span();
    private @Nullable Invitation invitation;

    EcranDAjoutDeTablette(VisiteDAgent visite, TabletDesk desk) {
        this.visite = visite;
        this.desk = desk;
        addClassName("agent__ecran");
        nom.setLabel(getTranslation("agent.tablette.nom"));
        nom.setHelperText(getTranslation("agent.tablette.nom.aide"));
        nom.setMaxLength(Tablet.LONGEST_NAME);
        nom.setManualValidation(true);
        nom.setAutocomplete(Autocomplete.OFF);
        nom.addClassName("follow-field");
        ecrans.setLabel(getTranslation("agent.tablette.pour"));
        ecrans.setItems(desk.screens());
        ecrans.setItemLabelGenerator(
                ecran -> getTranslation("agent.tablettes.ecran." + ecran.id().text()));
        ecrans.setManualValidation(true);
        ecrans.addClassName("agent__choix");
        demander();
    }

    private void demander() {
        removeAll();
        var suite = new Button(getTranslation("agent.tablette.code"), _ -> visite.sousSession(this::inviter));
        suite.addThemeVariants(ButtonVariant.PRIMARY);
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.tablettes());
        add(
                new Question(getTranslation("agent.tablettes.ajouter")),
                new Paragraph(getTranslation("agent.tablette.pres")),
                nom,
                ecrans,
                Ecran.pouce(retour, suite));
        nom.focus();
    }

    private void inviter() {
        String ecrit = nom.getValue().strip();
        nom.setInvalid(ecrit.isEmpty());
        nom.setErrorMessage(getTranslation("agent.tablette.nom.manque"));
        ecrans.setInvalid(ecrans.isEmpty());
        ecrans.setErrorMessage(getTranslation("agent.tablette.pour.manque"));
        if (!ecrit.isEmpty() && !ecrans.isEmpty() && desk.access() instanceof Access.Open ouvert) {
            var faite = desk.invite(
                    ecrit, ecrans.getValue(), visite.session().agent().id());
            invitation = faite;
            montrer(faite, ouvert);
        }
    }

    private void montrer(Invitation faite, Access.Open ouvert) {
        removeAll();
        var code = new Paragraph(faite.code());
        code.addClassName("agent__code-lu");
        code.getElement().setAttribute("translate", "no");
        var annuler = new Button(getTranslation("agent.tablette.annuler"), _ -> visite.tablettes());
        add(
                new Question(getTranslation("agent.tablette.question", faite.name())),
                new Paragraph(getTranslation("agent.tablette.ouvrez")),
                new AdresseDesTablettes(ouvert),
                Ecran.carte(new Paragraph(getTranslation("agent.tablette.tapez")), code, reste),
                Ecran.pouce(annuler));
        regarder();
    }

    @Override
    public void regarder() {
        var faite = invitation;
        if (faite == null) {
            return;
        }
        switch (faite.fate()) {
            case Fate.Waiting(var duree) -> reste.setText(getTranslation("agent.tablette.reste", Ecran.minutes(duree)));
            case Fate.Used _ -> {
                invitation = null;
                finir(
                        Ecran.annonce(
                                "check-circle", "note--ok", getTranslation("agent.tablette.ajoutee", faite.name())),
                        false);
            }
            case Fate.Over _ -> {
                invitation = null;
                finir(Ecran.alerte(getTranslation("agent.tablette.perime")), true);
            }
        }
    }

    private void finir(Paragraph annonce, boolean recommencer) {
        removeAll();
        var fini = new Button(getTranslation("agent.fini"), new DrawnIcon("check"), _ -> visite.tablettes());
        add(new Question(getTranslation("agent.tablettes.ajouter")), annonce);
        if (recommencer) {
            var encore = new Button(getTranslation("agent.tablette.encore"), _ -> visite.sousSession(this::inviter));
            encore.addThemeVariants(ButtonVariant.PRIMARY);
            add(Ecran.pouce(fini, encore));
        } else {
            fini.addThemeVariants(ButtonVariant.PRIMARY);
            add(Ecran.pouce(fini));
        }
    }

    /** A code that nobody sees any more is worth nothing. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (invitation != null) {
            invitation.cancel();
            invitation = null;
        }
    }
}
