package fr.roubaix.cln.hub.droits;

import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.Demande.Droit;

/** The form that writes a request down and starts its clock. */
final class NouvelleDemande extends Section {

    private final SuiviDesDemandes suivi;
    private final DroitsView vue;
    private final Select<Droit> droit = new Select<>();
    private final Select<Canal> canal = new Select<>();
    private final DatePicker recueLe = new DatePicker();
    private final TextField numero = new TextField();

    NouvelleDemande(SuiviDesDemandes suivi, DroitsView vue) {
        this.suivi = suivi;
        this.vue = vue;
        addClassName("panel");
        droit.setLabel(getTranslation("demandes.droit"));
        droit.setItems(Droit.values());
        droit.setItemLabelGenerator(Droit::titre);
        canal.setLabel(getTranslation("demandes.canal"));
        canal.setItems(Canal.values());
        canal.setItemLabelGenerator(Canal::titre);
        recueLe.setLabel(getTranslation("demandes.recue"));
        recueLe.setLocale(Locale.FRANCE);
        numero.setLabel(getTranslation("demandes.numero"));
        numero.setHelperText(getTranslation("demandes.numero.aide"));
        numero.setMaxLength(20);
        droit.setManualValidation(true);
        canal.setManualValidation(true);
        recueLe.setManualValidation(true);
        numero.setManualValidation(true);
        var enregistrer = new Button(getTranslation("demandes.enregistrer"), _ -> enregistrer());
        enregistrer.addThemeVariants(ButtonVariant.PRIMARY);
        var formulaire = new Div(droit, canal, recueLe, numero, enregistrer);
        formulaire.addClassNames("formulaire", "formulaire--deux");
        add(new H2(getTranslation("demandes.nouvelle")), formulaire);
    }

    private void enregistrer() {
        for (HasValidation champ : new HasValidation[] {droit, canal, recueLe, numero}) {
            champ.setInvalid(false);
        }
        Optional<SuiviDesDemandes.Refus> refus =
                suivi.enregistrer(droit.getValue(), canal.getValue(), recueLe.getValue(), numero.getValue());
        if (refus.isEmpty()) {
            droit.clear();
            canal.clear();
            recueLe.clear();
            numero.clear();
            vue.enregistree();
            return;
        }
        HasValidation champ = switch (refus.get()) {
            case DROIT_MANQUANT -> droit;
            case CANAL_MANQUANT -> canal;
            case NUMERO_MAL_FORME -> numero;
            case DATE_INVRAISEMBLABLE, DEJA_REPONDUE, DEJA_PROLONGEE, TROP_TARD -> recueLe;
        };
        champ.setErrorMessage(getTranslation("demandes.refus." + refus.get().name()));
        champ.setInvalid(true);
    }
}
