package fr.roubaix.cln.hub.candidature;

import java.util.function.BiConsumer;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;

import fr.roubaix.cln.domaine.candidature.MotifDIrrecevabilite;

/** For what reason an application is inadmissible. */
final class DialogueDIrrecevabilite extends DialogueDeDecision {

    private final Select<MotifDIrrecevabilite> motif = new Select<>();
    private final TextArea precisions = new TextArea(getTranslation("candidature.precisions"));
    private final BiConsumer<MotifDIrrecevabilite, String> suite;

    DialogueDIrrecevabilite(BiConsumer<MotifDIrrecevabilite, String> suite) {
        super("irrecevabilite");
        this.suite = suite;
        motif.setLabel(getTranslation("candidature.motif"));
        motif.setItems(MotifDIrrecevabilite.values());
        motif.setItemLabelGenerator(m -> getTranslation("motif." + m.name()));
        motif.setManualValidation(true);
        precisions.setMaxLength(DemandeDeComplement.PRECISIONS_MAXIMUM);
        precisions.setHelperText(getTranslation("candidature.precisions.aide"));
        precisions.setManualValidation(true);
        champs.add(new Paragraph(getTranslation("irrecevabilite.aide")), motif, precisions);
        motif.setAutofocus(true);
    }

    @Override
    boolean valider() {
        MotifDIrrecevabilite choisi = motif.getValue();
        boolean sansMots = choisi == MotifDIrrecevabilite.INCOMPLETE
                && precisions.getValue().isBlank();
        motif.setErrorMessage(getTranslation("candidature.motif.manquant"));
        motif.setInvalid(choisi == null);
        precisions.setErrorMessage(getTranslation("candidature.refus.PRECISIONS_MANQUANTES"));
        precisions.setInvalid(sansMots);
        if (choisi == null || sansMots) {
            return false;
        }
        suite.accept(choisi, precisions.getValue());
        return true;
    }
}
