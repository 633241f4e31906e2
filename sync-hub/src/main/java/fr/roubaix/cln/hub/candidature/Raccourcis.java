package fr.roubaix.cln.hub.candidature;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** One key per act of the panel, while the focus is in it; and the list of those keys, which is always there to be read. */
final class Raccourcis {

    private final Component panneau;
    private final List<String[]> touches = new ArrayList<>();

    Raccourcis(Component panneau) {
        this.panneau = panneau;
    }

    /** A button, and the key that does the same; the first one who asks for a key gets it. */
    Button bouton(Key touche, String cle, Runnable acte) {
        return nomme(touche, panneau.getTranslation(cle), acte);
    }

    /** The same, when its words are made already. */
    Button nomme(Key touche, String mots, Runnable acte) {
        var bouton = new Button(mots, _ -> acte.run());
        String lettre = touche.getKeys().getFirst().replace("Key", "");
        if (touches.stream().noneMatch(connue -> connue[0].equals(lettre))) {
            bouton.addClickShortcut(touche).listenOn(panneau);
            bouton.getElement().setAttribute("aria-keyshortcuts", lettre);
            touches.add(new String[] {lettre, mots});
        }
        return bouton;
    }

    /** The keys, and what happens after a decision. */
    Component liste(DetailDeCandidature.Contexte contexte) {
        var liste = new DescriptionList();
        liste.addClassNames("kv", "small", "touches");
        touches.forEach(touche -> dire(liste, touche[0], touche[1]));
        var enchainer = new Checkbox(panneau.getTranslation("candidature.enchainer"), contexte.enchainer());
        enchainer.addValueChangeListener(change -> contexte.enchainer(change.getValue()));
        Shortcuts.addShortcutListener(panneau, () -> enchainer.setValue(!enchainer.getValue()), Key.KEY_E)
                .listenOn(panneau);
        dire(liste, "E", panneau.getTranslation("candidature.enchainer"));
        dire(liste, panneau.getTranslation("candidature.touche.echap"), panneau.getTranslation("action.fermer"));
        var details = new Details(panneau.getTranslation("candidature.raccourcis"), enchainer, liste);
        details.setOpened(true);
        return details;
    }

    private static void dire(DescriptionList liste, String touche, String effet) {
        var lettre = new Span(touche);
        lettre.addClassName("touche");
        liste.add(new DescriptionList.Term(lettre), new DescriptionList.Description(effet));
    }
}
