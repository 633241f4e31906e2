package fr.roubaix.cln.hub.shell;

import java.util.Locale;

import com.vaadin.flow.component.icon.SvgIcon;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Five squares placed like the map, the sector's one filled; always beside the sector's name. */
public final class GlypheDeSecteur extends SvgIcon {

    public GlypheDeSecteur(Secteur secteur) {
        super("/cln/icons/secteur-" + secteur.nom().toLowerCase(Locale.ROOT) + ".svg");
        addClassNames("icon", "secteur");
        getElement().setAttribute("aria-hidden", "true");
    }
}
