package fr.roubaix.cln.hub.affichage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Refus;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Suivi;
import fr.roubaix.cln.hub.register.Motif;
import fr.roubaix.cln.web.FrenchDates;

/** The two fields of every form here: a day, and why the former one was wrong. */
final class ChampsDeDate {

    private final Suivi suivi;
    private final DatePicker jour = new DatePicker();
    private final TextField motif = new TextField();

    ChampsDeDate(String etiquette, String enEntier, Suivi suivi) {
        this.suivi = suivi;
        jour.setLabel(etiquette);
        jour.setAriaLabel(enEntier);
        jour.setLocale(Locale.FRANCE);
        jour.setMin(suivi.procesVerbal().premierJour());
        jour.setManualValidation(true);
        motif.setLabel(jour.getTranslation("affichage.motif"));
        motif.setHelperText(jour.getTranslation("affichage.motif.aide"));
        motif.setMaxLength(Motif.MAXIMUM);
        motif.setManualValidation(true);
    }

    DatePicker jour() {
        return jour;
    }

    TextField motif() {
        return motif;
    }

    /** Shows a refusal at its field; what has no field is said on the page, which is read again. */
    void dire(Optional<Refus> refus, List<? extends HasValidation> ou, Consumer<Optional<Refus>> page) {
        jour.setInvalid(false);
        motif.setInvalid(false);
        ou.forEach(champ -> champ.setInvalid(false));
        if (refus.isEmpty()) {
            page.accept(refus);
            return;
        }
        switch (refus.get()) {
            case DATE_MANQUANTE, DATE_FUTURE, AVANT_LA_CLOTURE, INCHANGE -> refuser(jour, refus.get());
            case MOTIF_MANQUANT -> refuser(motif, refus.get());
            case SUPPORT_MANQUANT -> refuser(ou.getFirst(), refus.get());
            case ADRESSE_MAL_FORMEE, REFERENCE_MAL_FORMEE -> refuser(ou.getLast(), refus.get());
            case PAS_CLOS, RIEN_A_RETIRER, L_ECRAN_A_CHANGE -> page.accept(refus);
        }
    }

    private void refuser(HasValidation champ, Refus refus) {
        champ.setErrorMessage(jour.getTranslation(
                "affichage.refus." + refus.name(),
                FrenchDates.day(suivi.procesVerbal().premierJour())));
        champ.setInvalid(true);
    }
}
