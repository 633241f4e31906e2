package fr.roubaix.cln.hub.tirage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.hub.shell.Balise;

/** Dice digits, in groups of five so that a room can check them aloud. */
final class ChiffresDesDes extends Div {

    private static final int GROUPE = 5;

    ChiffresDesDes() {
        addClassName("dg");
    }

    void montrer(String chiffres) {
        removeAll();
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", String.join(" ", chiffres.split("")));
        for (int debut = 0; debut < chiffres.length(); debut += GROUPE) {
            var groupe = new Span();
            chiffres.substring(debut, Math.min(chiffres.length(), debut + GROUPE))
                    .chars()
                    .forEach(c -> groupe.add(Balise.de("i", Character.toString(c))));
            add(groupe);
        }
    }
}
