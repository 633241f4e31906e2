package fr.roubaix.cln.hub.appel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;

import fr.roubaix.cln.hub.shell.Avis;

/** Puts each refusal at its field, and those of no field above the form. */
final class ChampsRefuses {

    private final Component vue;
    private final Div ailleurs = new Div();
    private final Map<Refus.Champ, HasValidation> champs = new EnumMap<>(Refus.Champ.class);

    ChampsRefuses(Component vue) {
        this.vue = vue;
        ailleurs.addClassName("toute");
    }

    Component ailleurs() {
        return ailleurs;
    }

    void champ(Refus.Champ nom, HasValidation champ) {
        champ.setManualValidation(true);
        champs.put(nom, champ);
    }

    void montrer(List<Refus> refus) {
        champs.values().forEach(champ -> champ.setInvalid(false));
        ailleurs.removeAll();
        for (Refus un : refus) {
            String phrase = vue.getTranslation("appel.refus." + un.name());
            HasValidation champ = champs.get(un.champ());
            if (champ == null) {
                ailleurs.add(new Avis(Avis.Ton.ERREUR, phrase));
            } else {
                champ.setErrorMessage(phrase);
                champ.setInvalid(true);
            }
        }
    }
}
