package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

import fr.roubaix.cln.domaine.candidature.Langue;

/** The texts of an open call: one may still add a language or correct a sentence, and publishes it at once. */
final class PanneauDesTextes extends Div {

    PanneauDesTextes(
            AppelSuivi suivi,
            Annonce annonce,
            Langue premiere,
            BiFunction<Langue, Annonce.Texte, Optional<Refus>> publier) {
        var champs = new ChampsDesTextes(annonce, premiere);
        var refuses = new ChampsRefuses(this);
        refuses.champ(Refus.Champ.TEXTE, champs.corps());
        var bouton = new Button(getTranslation("appel.texte.publier"), _ -> {
            var texte = champs.texte();
            var publie = champs.langue() == Langue.FRANCAIS ? new Annonce.Texte(suivi.titre(), texte.corps()) : texte;
            refuses.montrer(publier.apply(champs.langue(), publie).map(List::of).orElse(List.of()));
        });
        champs.add(refuses.ailleurs(), bouton);
        add(champs);
    }
}
