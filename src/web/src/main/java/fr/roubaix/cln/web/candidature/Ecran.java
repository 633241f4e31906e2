package fr.roubaix.cln.web.candidature;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.access.FourButtons;
import fr.roubaix.cln.web.saisie.Question;

/** One screen: what it says in the upper third, what to touch below, and where to go at the bottom. */
@JavaScript("context://cln/rafale.js")
public final class Ecran extends Div {

    private final Div tete = new Div();
    private final Div corps = new Div();
    private final Div actions = new Div();

    /**
     * An empty screen.
     *
     * @param nom modifier for the style sheet
     */
    public Ecran(String nom) {
        addClassNames("ecran", "ecran--" + nom);
        tete.addClassName("ecran__tete");
        corps.addClassName("ecran__corps");
        actions.addClassName("ecran__actions");
        add(tete, corps, actions);
    }

    Ecran tete(Component... parts) {
        tete.add(parts);
        return this;
    }

    /**
     * Asks.
     *
     * @param precision one more sentence; empty when the question says everything
     */
    public Ecran question(String titre, String precision) {
        var question = new Div(new Question(titre));
        question.addClassName("question");
        if (!precision.isEmpty()) {
            var phrase = new Paragraph(precision);
            phrase.addClassName("lead");
            question.add(phrase);
        }
        tete.add(question);
        return this;
    }

    public Ecran corps(Component... parts) {
        corps.add(parts);
        return this;
    }

    public Ecran actions(Component... boutons) {
        actions.add(List.of(boutons));
        return this;
    }

    /** A way back. */
    public static Button secondaire(String libelle, String icone, Runnable action) {
        var bouton = bouton(libelle, icone, action);
        FourButtons.wayBack(bouton);
        return bouton;
    }

    private static Button bouton(String libelle, String icone, Runnable action) {
        var bouton = new Button(libelle, new DrawnIcon(icone), _ -> action.run());
        bouton.addClassName("ecran__bouton");
        return bouton;
    }

    /** The way on, named after its effect, and never disabled: it says what is missing. */
    public static Button principal(String libelle, String icone, Runnable action) {
        var bouton = bouton(libelle, icone, action);
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        bouton.setIconAfterText(true);
        return bouton;
    }
}
