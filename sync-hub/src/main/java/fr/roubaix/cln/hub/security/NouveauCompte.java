package fr.roubaix.cln.hub.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.hub.shell.Avis;

/** The form of a new account. */
final class NouveauCompte extends Section {

    private final CreationDeCompte creation;
    private final ComptesView vue;
    private final ChampsDeCompte champs = new ChampsDeCompte(this);
    private final CheckboxGroup<Role> roles = new CheckboxGroup<>();

    NouveauCompte(CreationDeCompte creation, ComptesView vue) {
        this.creation = creation;
        this.vue = vue;
        addClassName("panel");
        roles.setLabel(getTranslation("compte.roles"));
        roles.setItems(Role.values());
        roles.setItemLabelGenerator(role -> getTranslation("role." + role.name() + ".aide"));
        roles.addClassName("toute");
        var creer = new Button(getTranslation("comptes.creer"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        var formulaire = new Div();
        formulaire.addClassNames("formulaire", "formulaire--deux");
        champs.ajouterA(formulaire);
        formulaire.add(roles, creer);
        add(new H2(getTranslation("comptes.nouveau")), formulaire);
    }

    private void creer() {
        champs.effacerErreurs();
        roles.setInvalid(false);
        switch (creation.creer(champs.demande(roles.getValue()))) {
            case CreationDeCompte.Issue.Cree(var identifiant) ->
                fait(Avis.Ton.REUSSITE, getTranslation("comptes.cree", identifiant.valeur()));
            case CreationDeCompte.Issue.AConfirmer(var identifiant) ->
                fait(Avis.Ton.ATTENTION, getTranslation("comptes.a-confirmer", identifiant.valeur()));
            case CreationDeCompte.Issue.Refus refus -> {
                if (!champs.montrer(refus)) {
                    roles.setErrorMessage(getTranslation("compte.refus." + refus.name()));
                    roles.setInvalid(true);
                }
            }
        }
    }

    private void fait(Avis.Ton ton, String phrase) {
        champs.vider();
        roles.clear();
        vue.fait(ton, phrase);
    }
}
