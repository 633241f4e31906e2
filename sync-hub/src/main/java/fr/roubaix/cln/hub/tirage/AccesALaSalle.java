package fr.roubaix.cln.hub.tirage;

import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;

/** The way to what the room sees, in another tab, and its address in clear for whoever types it on another machine. */
final class AccesALaSalle extends Div {

    AccesALaSalle(CeremonieId id, Tirages tirages) {
        addClassName("salle");
        chemin(id, tirages).ifPresent(this::montrer);
    }

    /** That of a rehearsal is known to whoever leads it: they give it to the room, and to nobody else. */
    private static Optional<String> chemin(CeremonieId id, Tirages tirages) {
        return switch (id) {
            case CeremonieId.Publique(var appel) -> Optional.of("/projection/" + appel);
            case CeremonieId.Repetition repetition ->
                tirages.cleDeSalle(repetition).map(CleDeSalle::chemin);
        };
    }

    private void montrer(String chemin) {
        var lien = new Anchor(chemin, "", AnchorTarget.BLANK);
        lien.add(new DrawnIcon("screen"), new Span(getTranslation("tirage.projection")));
        lien.addClassName("btn");
        lien.setRouterIgnore(true);
        add(lien, Balise.de("span", machine() + chemin).classe("salle__adresse", "mono"));
    }

    /** By which name the visitor came; nothing where no browser asks. */
    private static String machine() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest demande) {
            var adresse = ServletUriComponentsBuilder.fromContextPath(demande.getHttpServletRequest())
                    .build()
                    .toUriString();
            return adresse.substring(adresse.indexOf("//") + 2);
        }
        return "";
    }
}
