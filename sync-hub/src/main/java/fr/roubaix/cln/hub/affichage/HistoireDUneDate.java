package fr.roubaix.cln.hub.affichage;

import java.util.List;
import java.util.function.Function;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.FrenchDates;

/** Who recorded what, the latest first; what was corrected stays, with the reason. */
final class HistoireDUneDate<T> extends Div {

    HistoireDUneDate(List<Ecriture<T>> ecritures, Function<T, String> enFrancais) {
        for (int i = ecritures.size() - 1; i >= 0; i--) {
            var ecriture = ecritures.get(i);
            String par = ecriture.par().valeur();
            String le = FrenchDates.instant(ecriture.le());
            boolean derniere = i == ecritures.size() - 1;
            petit(
                    derniere
                            ? getTranslation("affichage.inscrit", par, le)
                            : ecriture.valeur()
                                    .map(valeur -> getTranslation("affichage.avant", enFrancais.apply(valeur), par, le))
                                    .orElseGet(() -> getTranslation("affichage.avant.retire", par, le)));
            if (!ecriture.motif().isEmpty()) {
                petit(getTranslation("affichage.motif.donne", ecriture.motif()));
            }
        }
    }

    private void petit(String phrase) {
        var paragraphe = new Paragraph(phrase);
        paragraphe.addClassNames("muted", "small");
        add(paragraphe);
    }
}
