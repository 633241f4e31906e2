package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.ValueContext;

import fr.roubaix.cln.hub.shell.Avis;

/** Puts each refusal at its field, and those of no field above the form. */
final class ChampsRefuses {

    private final Component vue;
    private final Div ailleurs = new Div();
    private final Map<Refus.Champ, HasValidation> champs = new EnumMap<>(Refus.Champ.class);

    ChampsRefuses(Component vue) {
        this.vue = vue;
        ailleurs.addClassName("toute");
    }

    Component ailleurs() {
        return ailleurs;
    }

    void champ(Refus.Champ nom, HasValidation champ) {
        champ.setManualValidation(true);
        champs.put(nom, champ);
    }

    /** False, and said at its field, when something typed is no date or no hour at all: it would pass for nothing. */
    boolean lisibles() {
        montrer(List.of());
        champs.values().forEach(ChampsRefuses::relire);
        return champs.values().stream().noneMatch(HasValidation::isInvalid);
    }

    private static void relire(HasValidation champ) {
        ValidationResult lecture = switch (champ) {
            case DatePicker date -> date.getDefaultValidator().apply(date.getValue(), new ValueContext(date));
            case TimePicker heure -> heure.getDefaultValidator().apply(heure.getValue(), new ValueContext(heure));
            default -> ValidationResult.ok();
        };
        if (lecture.isError()) {
            champ.setErrorMessage(lecture.getErrorMessage());
            champ.setInvalid(true);
        }
    }

    void montrer(List<Refus> refus) {
        champs.values().forEach(champ -> champ.setInvalid(false));
        ailleurs.removeAll();
        for (Refus un : refus) {
            String phrase = vue.getTranslation("appel.refus." + un.name());
            HasValidation champ = champs.get(un.champ());
            if (champ == null) {
                ailleurs.add(new Avis(Avis.Ton.ERREUR, phrase));
            } else {
                champ.setErrorMessage(phrase);
                champ.setInvalid(true);
            }
        }
    }
}
