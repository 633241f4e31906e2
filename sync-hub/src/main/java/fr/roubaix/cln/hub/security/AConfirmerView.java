package fr.roubaix.cln.hub.security;

import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.register.Motif;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The acts that wait for a second voice: all that is confirmed, then yes, or no and why. */
@Route("gestion/a-confirmer")
@Menu(title = "menu.a-confirmer", order = 45, icon = "check")
@RolesAllowed({"TIRAGE", "PRESIDENCE", "OBSERVATEUR", "ADMIN"})
class AConfirmerView extends Main implements HasDynamicTitle {

    private final DeuxVoix deuxVoix;
    private final Div message = new Div();
    private final Div attentes = new Div();
    private final ActesConfirmes confirmes;

    AConfirmerView(DeuxVoix deuxVoix, ActesConfirmes confirmes) {
        this.deuxVoix = deuxVoix;
        this.confirmes = confirmes;
        addClassName("page");
        var relire = new Button(getTranslation("voix.actualiser"), new DrawnIcon("refresh"), _ -> {
            message.setVisible(false);
            montrer();
        });
        var entete = new Header(
                new Div(new H1(getTranslation("menu.a-confirmer")), new Paragraph(getTranslation("voix.aide"))),
                relire);
        entete.addClassName("page__head");
        message.setVisible(false);
        attentes.addClassName("voix");
        add(entete, message, attentes);
        montrer();
    }

    private void montrer() {
        attentes.removeAll();
        var toutes = deuxVoix.enAttente();
        if (toutes.isEmpty()) {
            var vide = new Div(getTranslation("voix.aucune"));
            vide.addClassName("vide");
            attentes.add(vide);
        }
        toutes.stream().map(this::panneau).forEach(attentes::add);
        confirmes.duTirageEnCours().map(this::confirmes).ifPresent(attentes::add);
    }

    /** What was done together since the call ended. */
    private Section confirmes(List<ActesConfirmes.Confirme> faits) {
        var liste = new UnorderedList();
        liste.addClassName("evenements");
        faits.forEach(fait -> liste.add(new ListItem(
                Balise.de("b", fait.titre()),
                Balise.de("p", fait.texte()).classe("voix__montre"),
                Balise.de(
                                "p",
                                getTranslation(
                                        "voix.confirmes.par",
                                        fait.premiere(),
                                        fait.seconde(),
                                        FrenchDates.instant(fait.seconde().le())))
                        .classe("muted", "small"))));
        String aide = faits.isEmpty() ? "voix.confirmes.aucun" : "voix.confirmes.aide";
        var panneau = new Section(new H2(getTranslation("voix.confirmes")), new Paragraph(getTranslation(aide)), liste);
        panneau.addClassName("panel");
        return panneau;
    }

    private Section panneau(DeuxVoix.EnAttente attente) {
        var montre = new Paragraph(attente.texte());
        montre.addClassName("voix__montre");
        var panneau = new Section(
                new H2(attente.titre()),
                new Paragraph(getTranslation(
                        "voix.propose",
                        attente.premiere().par().valeur(),
                        attente.premiere().role().titre(),
                        FrenchDates.instant(attente.premiere().le()),
                        FrenchDates.instant(attente.expireLe()))),
                montre);
        panneau.addClassName("panel");
        if (!attente.motif().isEmpty()) {
            panneau.add(new Paragraph(getTranslation("voix.motif", attente.motif())));
        }
        if (attente.pourMoi()) {
            panneau.add(confirmer(attente), refuser(attente));
        }
        if (attente.deMoi()) {
            panneau.add(new Paragraph(getTranslation("voix.de-vous")), retirer(attente));
        }
        return panneau;
    }

    private Div confirmer(DeuxVoix.EnAttente attente) {
        var bouton = new Button(
                getTranslation("voix.confirmer"), _ -> dire(deuxVoix.confirmer(attente.numero(), attente.empreinte())));
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        bouton.setDisableOnClick(true);
        var actions = new Div(bouton);
        actions.addClassName("actions");
        return actions;
    }

    private Details refuser(DeuxVoix.EnAttente attente) {
        var motif = new TextArea(getTranslation("voix.refuser.motif"));
        motif.setHelperText(getTranslation("voix.refuser.aide"));
        motif.setMaxLength(Motif.MAXIMUM);
        motif.setManualValidation(true);
        motif.setWidthFull();
        var bouton = new Button(getTranslation("voix.refuser"), _ -> {
            var issue = deuxVoix.refuser(attente.numero(), motif.getValue());
            motif.setErrorMessage(getTranslation("voix.refus.MOTIF_MANQUANT"));
            motif.setInvalid(issue == DeuxVoix.Refus.MOTIF_MANQUANT);
            if (!motif.isInvalid()) {
                dire(issue);
            }
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        var contenu = new Div(motif, bouton);
        contenu.addClassName("formulaire");
        return new Details(getTranslation("voix.refuser.titre"), contenu);
    }

    private Div retirer(DeuxVoix.EnAttente attente) {
        var actions =
                new Div(new Button(getTranslation("voix.retirer"), _ -> dire(deuxVoix.retirer(attente.numero()))));
        actions.addClassName("actions");
        return actions;
    }

    /** Says what became of it, over what waits now. */
    private void dire(DeuxVoix.Issue issue) {
        montrer();
        switch (issue) {
            case DeuxVoix.Issue.Proposee _ -> dire(true, getTranslation("voix.proposee"));
            case DeuxVoix.Issue.Faite _ -> dire(true, getTranslation("voix.faite"));
            case DeuxVoix.Issue.Reglee _ -> dire(true, getTranslation("voix.reglee"));
            case DeuxVoix.Issue.Empechee(var phrase) -> dire(false, getTranslation("voix.empechee", phrase));
            case DeuxVoix.Refus refus -> dire(false, getTranslation("voix.refus." + refus.name()));
        }
    }

    private void dire(boolean reussite, String phrase) {
        message.removeAll();
        message.setClassName("note " + (reussite ? "note--ok" : "note--err"));
        message.getElement().setAttribute("role", reussite ? "status" : "alert");
        message.add(new DrawnIcon(reussite ? "check-circle" : "x-circle"), new Paragraph(phrase));
        message.setVisible(true);
        message.scrollIntoView();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enseigne.titre", getTranslation("menu.a-confirmer"));
    }
}
