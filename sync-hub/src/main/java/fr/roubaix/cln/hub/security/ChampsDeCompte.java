package fr.roubaix.cln.hub.security;

import java.util.Set;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** The fields that any new account has, and where each refusal shows. */
final class ChampsDeCompte {

    private final Component vue;
    private final TextField identifiant = new TextField();
    private final TextField nom = new TextField();
    private final PasswordField motDePasse = new PasswordField();
    private final PasswordField confirmation = new PasswordField();

    ChampsDeCompte(Component vue) {
        this.vue = vue;
        identifiant.setLabel(vue.getTranslation("compte.identifiant"));
        identifiant.setHelperText(vue.getTranslation("compte.identifiant.aide"));
        identifiant.setAutocomplete(Autocomplete.USERNAME);
        nom.setLabel(vue.getTranslation("compte.nom"));
        motDePasse.setLabel(vue.getTranslation("compte.mot-de-passe"));
        motDePasse.setHelperText(vue.getTranslation("compte.mot-de-passe.aide"));
        motDePasse.setAutocomplete(Autocomplete.NEW_PASSWORD);
        confirmation.setLabel(vue.getTranslation("compte.confirmation"));
        confirmation.setAutocomplete(Autocomplete.NEW_PASSWORD);
        for (var champ : java.util.List.of(identifiant, nom)) {
            champ.setRequiredIndicatorVisible(true);
        }
        motDePasse.setRequiredIndicatorVisible(true);
        confirmation.setRequiredIndicatorVisible(true);
    }

    void ajouterA(Div formulaire) {
        formulaire.add(identifiant, nom, motDePasse, confirmation);
    }

    CreationDeCompte.Demande demande(Set<Role> roles) {
        return new CreationDeCompte.Demande(
                identifiant.getValue(), nom.getValue(), motDePasse.getValue(), confirmation.getValue(), roles);
    }

    void vider() {
        identifiant.clear();
        nom.clear();
        motDePasse.clear();
        confirmation.clear();
        effacerErreurs();
    }

    void effacerErreurs() {
        identifiant.setInvalid(false);
        nom.setInvalid(false);
        motDePasse.setInvalid(false);
        confirmation.setInvalid(false);
    }

    /** Shows a refusal at its field; false when it belongs to none of these. */
    boolean montrer(CreationDeCompte.Issue.Refus refus) {
        HasValidation champ = switch (refus) {
            case IDENTIFIANT_MAL_FORME, IDENTIFIANT_PRIS, DEJA_PROPOSE -> identifiant;
            case NOM_MANQUANT -> nom;
            case MOT_DE_PASSE_COURT, MOT_DE_PASSE_LONG, MOT_DE_PASSE_DEVINABLE, MOT_DE_PASSE_COURANT -> motDePasse;
            case CONFIRMATION_DIFFERENTE -> confirmation;
            case CODE_INCONNU, TROP_D_ESSAIS, ROLE_MANQUANT -> null;
        };
        if (champ == null) {
            return false;
        }
        champ.setErrorMessage(vue.getTranslation("compte.refus." + refus.name()));
        champ.setInvalid(true);
        return true;
    }
}
