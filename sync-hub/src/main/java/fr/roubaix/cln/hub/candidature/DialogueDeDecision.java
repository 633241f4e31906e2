package fr.roubaix.cln.hub.candidature;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;

/** What must be said with a decision, asked before it is taken. */
abstract class DialogueDeDecision extends Dialog {

    final Div champs = new Div();

    DialogueDeDecision(String cle) {
        setHeaderTitle(getTranslation(cle));
        champs.addClassName("formulaire");
        add(champs);
        var annuler = new Button(getTranslation("action.annuler"), _ -> close());
        var valider = new Button(getTranslation(cle + ".valider"), _ -> {
            if (valider()) {
                close();
            }
        });
        valider.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(annuler, valider);
    }

    /** Says what is missing at its field, or decides; true when it decided. */
    abstract boolean valider();
}
