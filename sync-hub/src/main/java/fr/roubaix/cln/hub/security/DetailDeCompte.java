package fr.roubaix.cln.hub.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.register.Motif;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One account: its name and roles, its end, and what lets its owner in. */
final class DetailDeCompte extends Section {

    private final ListeDesComptes.Ligne ligne;
    private final boolean leMien;
    private final ChangementDeCompte changement;
    private final ComptesView vue;
    private final TextField nom = new TextField();
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();
    private final TextArea motif = new TextArea();

    /** @param leMien whether it is that of the person who looks */
    DetailDeCompte(ListeDesComptes.Ligne ligne, boolean leMien, ChangementDeCompte changement, ComptesView vue) {
        this.ligne = ligne;
        this.leMien = leMien;
        this.changement = changement;
        this.vue = vue;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("comptes.detail"));
        preparer();
        var decider = new Div(new H3(getTranslation("comptes.droits")), nom, roles, motif, actions());
        decider.addClassName("acte");
        add(entete(), decider, entree());
    }

    private void preparer() {
        nom.setLabel(getTranslation("compte.nom"));
        nom.setValue(ligne.nom());
        roles.setLabel(getTranslation("compte.roles"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.name()));
        roles.setValue(ligne.roles());
        roles.setReadOnly(leMien);
        if (leMien) {
            roles.setHelperText(getTranslation("comptes.le-mien"));
        }
        motif.setLabel(getTranslation("comptes.motif"));
        motif.setHelperText(getTranslation("comptes.motif.aide"));
        motif.setMaxLength(Motif.MAXIMUM);
        nom.setManualValidation(true);
        roles.setManualValidation(true);
        motif.setManualValidation(true);
        nom.setWidthFull();
        motif.setWidthFull();
    }

    private Div entete() {
        var fermer = new Button(new DrawnIcon("x"), _ -> vue.fermer());
        fermer.addThemeVariants(ButtonVariant.TERTIARY);
        fermer.setAriaLabel(getTranslation("action.fermer"));
        var origine = Balise.de(
                        "p",
                        getTranslation(
                                "comptes.origine",
                                ligne.identifiant().valeur(),
                                ligne.creePar().valeur(),
                                FrenchDates.instant(ligne.creeLe())))
                .classe("muted", "small");
        var entete = new Div(new Div(new H2(ligne.nom()), etat(ligne, this), origine), fermer);
        entete.addClassName("dh");
        return entete;
    }

    /** Whether one signs in with it. */
    static Etiquette etat(ListeDesComptes.Ligne ligne, Component vue) {
        return ligne.desactiveLe().isPresent()
                ? new Etiquette(Etiquette.Ton.ARRET, vue.getTranslation("comptes.desactive"))
                : new Etiquette(Etiquette.Ton.OK, vue.getTranslation("comptes.actif"));
    }

    private Div actions() {
        var enregistrer = new Button(
                getTranslation("comptes.enregistrer"),
                _ -> montrer(
                        changement.changer(
                                ligne.identifiant(),
                                ligne.droits(),
                                nom.getValue(),
                                roles.getValue(),
                                motif.getValue()),
                        "comptes.change"));
        enregistrer.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(enregistrer);
        actions.addClassName("rangee");
        if (!leMien) {
            actions.add(ligne.desactiveLe().isPresent() ? reactiver() : desactiver());
        }
        return actions;
    }

    private Button reactiver() {
        return new Button(
                getTranslation("comptes.reactiver"),
                _ -> montrer(
                        changement.reactiver(ligne.identifiant(), ligne.droits(), motif.getValue()),
                        "comptes.reactive"));
    }

    private Button desactiver() {
        var bouton = new Button(getTranslation("comptes.desactiver"), _ -> {
            if (Motif.lire(motif.getValue()).isEmpty()) {
                refuser(ChangementDeCompte.Refus.MOTIF_MANQUANT);
                return;
            }
            var question = new Confirmation(
                    "comptes.desactiver.question",
                    "comptes.desactiver",
                    () -> montrer(
                            changement.desactiver(ligne.identifiant(), ligne.droits(), motif.getValue()),
                            "comptes.desactive-fait"));
            question.setText(getTranslation("comptes.desactiver.suite", ligne.nom()));
            question.open();
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        return bouton;
    }

    /** What lets its owner in. */
    private Div entree() {
        var sessions = new Button(getTranslation("comptes.fermer-sessions"), _ -> vue.fermerLesSessions(ligne));
        var telephone = new Button(getTranslation("comptes.retirer-telephone"), _ -> vue.retirerLeTelephone(ligne));
        var boutons = new Div(sessions, telephone);
        boutons.addClassName("rangee");
        var bloc = new Div(new H3(getTranslation("comptes.entree")), boutons);
        bloc.addClassName("acte");
        return bloc;
    }

    /** Shows a refusal at its field, and anything else above the list. */
    private void montrer(ChangementDeCompte.Issue issue, String fait) {
        nom.setInvalid(false);
        roles.setInvalid(false);
        motif.setInvalid(false);
        switch (issue) {
            case ChangementDeCompte.Issue.Fait(var qui) ->
                vue.fait(Avis.Ton.REUSSITE, getTranslation(fait, qui.valeur()));
            case ChangementDeCompte.Issue.AConfirmer(var qui) ->
                vue.fait(Avis.Ton.ATTENTION, getTranslation("comptes.change-a-confirmer", qui.valeur()));
            case ChangementDeCompte.Refus refus -> refuser(refus);
        }
    }

    private void refuser(ChangementDeCompte.Refus refus) {
        String phrase = getTranslation("comptes.refus." + refus.name());
        switch (refus) {
            case NOM_MANQUANT, RIEN_NE_CHANGE -> refuser(nom, phrase);
            case ROLE_MANQUANT, SES_PROPRES_ROLES, DERNIER_ADMIN -> refuser(roles, phrase);
            case MOTIF_MANQUANT -> refuser(motif, phrase);
            case SON_PROPRE_COMPTE, CHANGE_ENTRE_TEMPS, DEJA_PROPOSE -> vue.fait(Avis.Ton.ERREUR, phrase);
        }
    }

    private static void refuser(HasValidation champ, String phrase) {
        champ.setErrorMessage(phrase);
        champ.setInvalid(true);
    }
}
