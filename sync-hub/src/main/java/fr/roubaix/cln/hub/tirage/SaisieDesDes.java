package fr.roubaix.cln.hub.tirage;

import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.hub.shell.Confirmation;

/** Where the dice are typed in the order thrown, read again in groups, then recorded for good. */
final class SaisieDesDes extends Section {

    private static final int MAXIMUM = 200;

    private final TextArea champ = new TextArea(getTranslation("tirage.des.champ"));
    private final ChiffresDesDes apercu = new ChiffresDesDes();
    private final Button enregistrer = new Button();

    SaisieDesDes(Consumer<Des> suite) {
        addClassName("panel");
        champ.setHelperText(getTranslation("tirage.des.aide"));
        champ.setMaxLength(MAXIMUM);
        champ.setValueChangeMode(ValueChangeMode.EAGER);
        champ.setManualValidation(true);
        champ.setWidthFull();
        champ.addValueChangeListener(_ -> relire());
        enregistrer.addThemeVariants(ButtonVariant.PRIMARY);
        enregistrer.addClickListener(_ -> confirmer(suite));
        add(new H2(getTranslation("tirage.des")), champ, apercu, enregistrer);
        relire();
    }

    private String chiffres() {
        return champ.getValue().replaceAll("\\s", "");
    }

    private void relire() {
        String chiffres = chiffres();
        apercu.montrer(chiffres);
        int manque = Des.MINIMUM - chiffres.length();
        switch (Des.lire(chiffres)) {
            case Resultat.Accepte<Des> _ -> {
                champ.setInvalid(false);
                enregistrer.setEnabled(true);
                enregistrer.setText(getTranslation("tirage.des.enregistrer", chiffres.length()));
            }
            case Resultat.Refuse(var defaut) -> {
                boolean lettre = !chiffres.matches("[0-9]*");
                champ.setErrorMessage(getTranslation("tirage.des.defaut", defaut.phrase()));
                champ.setInvalid(lettre);
                enregistrer.setEnabled(false);
                enregistrer.setText(
                        lettre ? getTranslation("tirage.des.corriger") : getTranslation("tirage.des.manquent", manque));
            }
        }
    }

    private void confirmer(Consumer<Des> suite) {
        if (Des.lire(chiffres()) instanceof Resultat.Accepte<Des>(var des)) {
            var question = new Confirmation("tirage.des.question", "tirage.des.confirmer", () -> suite.accept(des));
            var relecture = new ChiffresDesDes();
            relecture.montrer(des.chiffres());
            question.setText(relecture);
            question.open();
        }
    }
}
