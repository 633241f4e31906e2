package fr.roubaix.cln.web.candidature;

import java.util.Arrays;
import java.util.Locale;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.language.InFrench;

/**
 * What a person must know before they answer: information, not consent, for the ground is the public-interest task
 * (GDPR art. 6 §1 e and art. 13).
 */
final class AvantDeCommencer extends Div {

    private enum Point {
        CONSEIL("users"),
        DEMANDE("calendar"),
        DONNEES("lock"),
        JEUNES("user");

        private final String icone;

        Point(String icone) {
            this.icone = icone;
        }
    }

    AvantDeCommencer() {
        addClassName("avant");
        Arrays.stream(Point.values()).forEach(point -> add(carte(point)));
        add(new InFrench(
                "parcours.avant.conseil.texte",
                "parcours.avant.demande.texte",
                "parcours.avant.donnees.texte",
                "parcours.avant.jeunes.texte"));
    }

    private Div carte(Point point) {
        String texte = "parcours.avant." + point.name().toLowerCase(Locale.ROOT);
        var rond = new Span(new DrawnIcon(point.icone));
        rond.addClassName("rond");
        var mots = new Div(new H2(getTranslation(texte)), new Paragraph(getTranslation(texte + ".texte")));
        var carte = new Div(rond, mots);
        carte.addClassNames("card", "avant__carte");
        return carte;
    }
}
