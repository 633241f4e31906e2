package fr.roubaix.cln.hub.shell;

import com.vaadin.flow.component.icon.SvgIcon;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** A drawing beside a word; never alone, and silent for a screen reader. */
public final class Pictogramme extends SvgIcon {

    /** @param nom a file of {@code hub/icons}, without its ending */
    public Pictogramme(String nom) {
        super("/hub/icons/" + nom + ".svg");
        addClassName("icon");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** Five squares placed like the map, the sector's one filled. */
    public static Pictogramme secteur(Secteur secteur) {
        var glyphe = new Pictogramme("secteur-" + secteur.nom().toLowerCase(java.util.Locale.ROOT));
        glyphe.addClassName("secteur");
        return glyphe;
    }
}
