package fr.roubaix.cln.hub.droits;

import java.util.Locale;
import java.util.Map;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.hub.droits.Demande.Canal;
import fr.roubaix.cln.hub.droits.SuiviDesDemandes.Refus;

/** A request as it came in: what is asked, how it came, on which day. */
final class FormulaireDeDemande extends Section {

    private final SuiviDesDemandes suivi;
    private final Runnable suite;
    private final Select<Droit> droit = new Select<>();
    private final Select<Canal> canal = new Select<>();
    private final DatePicker recueLe = new DatePicker();

    FormulaireDeDemande(SuiviDesDemandes suivi, Runnable suite) {
        this.suivi = suivi;
        this.suite = suite;
        addClassName("panel");
        droit.setLabel(getTranslation("demandes.droit"));
        droit.setItems(Droit.values());
        droit.setItemLabelGenerator(choix -> getTranslation("demandes.droit.valeur", choix.titre(), choix.article()));
        canal.setLabel(getTranslation("demandes.canal"));
        canal.setItems(Canal.values());
        canal.setItemLabelGenerator(choix -> getTranslation("demandes.canal." + choix.name()));
        recueLe.setLabel(getTranslation("demandes.recue"));
        recueLe.setHelperText(getTranslation("date.forme"));
        recueLe.setLocale(Locale.FRANCE);
        recueLe.setI18n(new DatePicker.DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy")
                .setBadInputErrorMessage(getTranslation("date.mal-formee")));
        for (HasValidation champ : java.util.List.<HasValidation>of(droit, canal, recueLe)) {
            champ.setManualValidation(true);
        }
        var bouton = new Button(getTranslation("demandes.enregistrer"), _ -> enregistrer());
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        var champs = new Div(droit, canal, recueLe, bouton);
        champs.addClassNames("flt");
        add(new H2(getTranslation("demandes.nouvelle")), champs);
    }

    private void enregistrer() {
        var champs = Map.<Refus, HasValidation>of(
                Refus.DROIT_MANQUANT, droit,
                Refus.CANAL_MANQUANT, canal,
                Refus.DATE_MANQUANTE, recueLe,
                Refus.DATE_A_VENIR, recueLe,
                Refus.DATE_TROP_ANCIENNE, recueLe);
        champs.values().forEach(champ -> champ.setInvalid(false));
        suivi.enregistrer(droit.getValue(), canal.getValue(), recueLe.getValue())
                .ifPresentOrElse(
                        refus -> {
                            HasValidation champ = champs.getOrDefault(refus, droit);
                            champ.setErrorMessage(getTranslation("demandes.refus." + refus.name()));
                            champ.setInvalid(true);
                        },
                        () -> {
                            droit.clear();
                            canal.clear();
                            recueLe.clear();
                            suite.run();
                        });
    }
}
