package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.function.Consumer;

import com.vaadin.flow.component.datepicker.DatePicker;

/** The day on which the letter was posted or the person called. */
final class DialogueDeDemandeFaite extends DialogueDeDecision {

    private final DatePicker jour = new DatePicker(getTranslation("demande-faite.jour"));
    private final Consumer<LocalDate> suite;

    DialogueDeDemandeFaite(Consumer<LocalDate> suite) {
        super("demande-faite");
        this.suite = suite;
        jour.setManualValidation(true);
        champs.add(jour);
    }

    @Override
    boolean valider() {
        LocalDate choisi = jour.getValue();
        jour.setErrorMessage(getTranslation("demande-faite.jour.manquant"));
        jour.setInvalid(choisi == null);
        if (choisi == null) {
            return false;
        }
        suite.accept(choisi);
        return true;
    }
}
