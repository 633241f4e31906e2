package fr.roubaix.cln.hub.candidature;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;

import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Manque;
import fr.roubaix.cln.hub.candidature.DemandeDeComplement.Moyen;

/** What is missing, until when, and how the person is asked. */
final class DialogueDeComplement extends DialogueDeDecision {

    private final CheckboxGroup<Manque> manques = new CheckboxGroup<>();
    private final TextArea precisions = new TextArea(getTranslation("complement.precisions"));
    private final DatePicker echeance = new DatePicker(getTranslation("complement.echeance"));
    private final RadioButtonGroup<Moyen> moyen = new RadioButtonGroup<>();
    private final Consumer<DemandeDeComplement> suite;

    DialogueDeComplement(Consumer<DemandeDeComplement> suite) {
        super("complement");
        this.suite = suite;
        manques.setLabel(getTranslation("complement.manques"));
        manques.setItems(Manque.values());
        manques.setItemLabelGenerator(manque -> getTranslation("manque." + manque.name()));
        manques.setManualValidation(true);
        precisions.setManualValidation(true);
        precisions.setMaxLength(DemandeDeComplement.PRECISIONS_MAXIMUM);
        precisions.setHelperText(getTranslation("complement.precisions.aide"));
        echeance.setHelperText(getTranslation("complement.echeance.aide"));
        echeance.setManualValidation(true);
        moyen.setLabel(getTranslation("complement.moyen"));
        moyen.setItems(Moyen.values());
        moyen.setItemLabelGenerator(m -> getTranslation("moyen." + m.name()));
        moyen.setValue(Moyen.COURRIER);
        champs.add(manques, precisions, echeance, moyen);
    }

    @Override
    boolean valider() {
        Set<Manque> choisis = manques.getValue();
        LocalDate jour = echeance.getValue();
        manques.setErrorMessage(getTranslation("complement.manques.aucun"));
        manques.setInvalid(choisis.isEmpty());
        echeance.setErrorMessage(getTranslation("complement.echeance.manquante"));
        echeance.setInvalid(jour == null);
        if (choisis.isEmpty() || jour == null) {
            return false;
        }
        var demande = new DemandeDeComplement(choisis, precisions.getValue(), jour, moyen.getValue());
        precisions.setErrorMessage(getTranslation("candidature.refus.PRECISIONS_MANQUANTES"));
        precisions.setInvalid(demande.muette());
        if (demande.muette()) {
            return false;
        }
        suite.accept(demande);
        return true;
    }
}
