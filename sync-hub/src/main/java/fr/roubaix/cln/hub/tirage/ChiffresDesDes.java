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
        montrer(chiffres, 0);
    }

    /**
     * Shows what was thrown, then squares that wait.
     *
     * @param attendus how many digits there will be at least
     */
    void montrer(String chiffres, int attendus) {
        removeAll();
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", String.join(" ", chiffres.split("")));
        int cases = Math.max(chiffres.length(), attendus);
        for (int debut = 0; debut < cases; debut += GROUPE) {
            var groupe = new Span();
            for (int i = debut; i < Math.min(cases, debut + GROUPE); i++) {
                groupe.add(
                        i < chiffres.length()
                                ? Balise.de("i", chiffres.substring(i, i + 1))
                                : Balise.de("i").classe("attendu"));
            }
            add(groupe);
        }
    }
}
