package fr.roubaix.cln.hub.candidature;

import java.util.function.Consumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

import fr.roubaix.cln.hub.candidature.Statut.VoieDeRetrait;

/** How the person said that they take their application back. */
final class DialogueDeRetrait extends DialogueDeDecision {

    private final RadioButtonGroup<VoieDeRetrait> voie = new RadioButtonGroup<>();
    private final Consumer<VoieDeRetrait> suite;

    DialogueDeRetrait(Consumer<VoieDeRetrait> suite) {
        super("retrait");
        this.suite = suite;
        voie.setLabel(getTranslation("retrait.voie"));
        voie.setItems(VoieDeRetrait.values());
        voie.setItemLabelGenerator(v -> getTranslation("voie." + v.name()));
        voie.setManualValidation(true);
        champs.add(new Paragraph(getTranslation("retrait.aide")), voie);
    }

    @Override
    boolean valider() {
        VoieDeRetrait choisie = voie.getValue();
        voie.setErrorMessage(getTranslation("retrait.voie.manquante"));
        voie.setInvalid(choisie == null);
        if (choisie == null) {
            return false;
        }
        suite.accept(choisie);
        return true;
    }
}
