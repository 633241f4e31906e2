package fr.roubaix.cln.hub.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntBiFunction;

import com.vaadin.flow.component.Svg;

import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Parite;

/**
 * Women and men of one sector by age class: bars from the middle, on the scale that every sector shares, each with its
 * number. Men are hatched: nothing is said by colour alone.
 */
final class Pyramide extends Svg {

    private static final int LARGEUR = 144;
    private static final int RANG = 50;
    private static final int BARRE = 32;
    /** Leaves room for two digits beside the longest bar. */
    private static final int PLUS_LONGUE = 43;

    private static final int MILIEU = LARGEUR / 2;

    /**
     * Draws one sector.
     *
     * @param nom tells this drawing's hatching from that of the others on the page
     * @param dit what a screen reader says instead
     * @param plusGrand the count that the longest bar stands for
     */
    Pyramide(
            String nom,
            String dit,
            List<ClasseAge> classes,
            int plusGrand,
            ToIntBiFunction<Parite, ClasseAge> nombres) {
        var dessin = new StringBuilder(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">"
                                .formatted(LARGEUR, RANG * classes.size()))
                .append("<defs><pattern id=\"hachures-%s\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\""
                        .formatted(nom))
                .append(" patternTransform=\"rotate(45)\"><rect class=\"hachure-fond\" width=\"5\" height=\"5\"/>")
                .append("<rect class=\"hachure-trait\" width=\"3\" height=\"5\"/></pattern></defs>");
        for (int rang = 0; rang < classes.size(); rang++) {
            int femmes = nombres.applyAsInt(Parite.FEMMES, classes.get(rang));
            int hommes = nombres.applyAsInt(Parite.HOMMES, classes.get(rang));
            double f = longueur(femmes, plusGrand);
            double h = longueur(hommes, plusGrand);
            int haut = rang * RANG + (RANG - BARRE) / 2;
            int ligne = rang * RANG + RANG / 2 + 5;
            dessin.append(barre(MILIEU - 1 - f, haut, f, "class=\"barre-f\""))
                    .append(nombre(MILIEU - 6 - f, ligne, "end", femmes))
                    .append(barre(MILIEU + 1, haut, h, "fill=\"url(#hachures-%s)\"".formatted(nom)))
                    .append(nombre(MILIEU + 6 + h, ligne, "start", hommes));
        }
        setSvg(dessin.append("</svg>").toString());
        addClassName("pyramide");
        getElement().setAttribute("role", "img").setAttribute("aria-label", dit);
    }

    private static double longueur(int nombre, int plusGrand) {
        return (double) nombre * PLUS_LONGUE / plusGrand;
    }

    private static String barre(double x, int y, double longueur, String aspect) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" %s/>",
                x,
                y,
                longueur,
                BARRE,
                aspect);
    }

    private static String nombre(double x, int y, String ancre, int nombre) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%d</text>", x, y, ancre, nombre);
    }
}
