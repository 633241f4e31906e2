package fr.roubaix.cln.web.saisie;

import java.util.Locale;

import com.vaadin.flow.component.icon.SvgIcon;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** Five squares placed like the map, one filled. Always beside the sector's name; never mirrored. */
public final class GlypheDeSecteur extends SvgIcon {
    public GlypheDeSecteur(Secteur secteur) {
        super("/cln/icons/secteur-" + secteur.name().toLowerCase(Locale.ROOT) + ".svg");
        addClassName("saisie__glyphe");
        getElement().setAttribute("aria-hidden", "true");
    }
}
