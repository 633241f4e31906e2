package fr.roubaix.cln.web;

import java.util.Locale;
import java.util.Set;

import com.vaadin.flow.component.icon.SvgIcon;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** One of the drawings of {@code cln/icons}: decoration beside a word, never instead of one. */
public final class DrawnIcon extends SvgIcon {

    private static final Set<String> DIRECTED = Set.of("arrow", "back", "exit");

    /** Five squares placed like the map, one of them filled; always beside the sector's name. */
    public static DrawnIcon of(Secteur secteur) {
        var glyph = new DrawnIcon("secteur-" + secteur.name().toLowerCase(Locale.ROOT));
        glyph.addClassName("sector");
        return glyph;
    }

    /** @param name file name without extension, for example {@code home} */
    public DrawnIcon(String name) {
        super("/cln/icons/" + name + ".svg");
        addClassName("icon");
        // Arrows alone turn round on a right-to-left page.
        setClassName("icon--dir", DIRECTED.contains(name));
        getElement().setAttribute("aria-hidden", "true");
    }
}
