package fr.roubaix.cln.web.saisie;

import java.util.stream.IntStream;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** "Étape n sur 6" in words and as segments. */
public final class Progression extends Div {

    /** @param titre short name of the step, as read by a screen reader */
    public Progression(int etape, int etapes, String titre) {
        addClassName("steps");
        var element = getElement();
        element.setAttribute("role", "progressbar");
        element.setAttribute("aria-label", getTranslation("saisie.progression"));
        element.setAttribute("aria-valuemin", "1");
        element.setAttribute("aria-valuemax", Integer.toString(etapes));
        element.setAttribute("aria-valuenow", Integer.toString(etape));
        element.setAttribute("aria-valuetext", getTranslation("saisie.etape.titre", etape, etapes, titre));
        var rang = new Span(getTranslation("saisie.etape", etape, etapes));
        rang.addClassName("steps__label");
        var nom = new Span(titre);
        nom.addClassName("muted");
        add(rang, segments(etape, etapes), nom);
    }

    private static Span segments(int etape, int etapes) {
        var barre = new Span();
        barre.addClassName("steps__bar");
        IntStream.rangeClosed(1, etapes).forEach(n -> {
            var segment = new Span();
            segment.addClassName("steps__segment");
            segment.setClassName("steps__segment--faite", n <= etape);
            barre.add(segment);
        });
        return barre;
    }
}
