package fr.roubaix.cln.kiosk.agent;

import java.util.function.IntConsumer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Pave;
import fr.roubaix.cln.web.saisie.Question;

/** Asks how many paper forms the mairie received for a call. None is an answer; an empty field is not. */
final class NombreDeFormulaires extends Div {

    private static final int MAXIMUM = 100_000;

    private final TextField nombre = new TextField();
    private final IntConsumer suite;
    private final int saisiesIci;

    /** @param saisiesIci forms of this call that were copied on this kiosk: they are among those to count */
    NombreDeFormulaires(Appel appel, int saisiesIci, String dejaTape, IntConsumer suite, Runnable retour) {
        this.suite = suite;
        this.saisiesIci = saisiesIci;
        addClassName("saisie");
        nombre.setLabel(getTranslation("agent.papier"));
        nombre.setHelperText(getTranslation("agent.papier.aide"));
        nombre.setAllowedCharPattern("[0-9]");
        nombre.setMaxLength(6);
        nombre.setAutocomplete(Autocomplete.OFF);
        nombre.setManualValidation(true);
        nombre.getElement().setAttribute("inputmode", "numeric");
        nombre.addClassNames("saisie__chiffres", "agent__code");
        nombre.setValue(dejaTape);
        var continuer = new Button(getTranslation("agent.papier.continuer"), _ -> lire());
        continuer.addThemeVariants(ButtonVariant.PRIMARY);
        // A digit of the pad reaches the server only when its field loses the focus.
        continuer.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var gauche = new Div(
                new Question(getTranslation("agent.papier.question")),
                new Paragraph(getTranslation("agent.cloture.appel", FrenchDates.end(appel))),
                new Paragraph(getTranslation("agent.papier.saisies-ici", saisiesIci)),
                nombre,
                Ecran.actes(new Button(getTranslation("agent.retour"), _ -> retour.run()), continuer));
        gauche.addClassName("saisie__gauche");
        add(Pave.pourUnChamp(gauche));
    }

    private void lire() {
        String tape = nombre.getValue();
        if (!tape.matches("[0-9]{1,6}")) {
            refuser("agent.papier.vide");
        } else if (Integer.parseInt(tape) > MAXIMUM) {
            refuser("agent.papier.trop");
        } else if (Integer.parseInt(tape) < saisiesIci) {
            refuser("agent.papier.trop-peu");
        } else {
            suite.accept(Integer.parseInt(tape));
        }
    }

    private void refuser(String motif) {
        nombre.setErrorMessage(getTranslation(motif));
        nombre.setInvalid(true);
        nombre.focus();
    }
}
