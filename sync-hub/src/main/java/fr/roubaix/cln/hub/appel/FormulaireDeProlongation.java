package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;

/** A later end for the call. */
final class FormulaireDeProlongation extends Section {

    FormulaireDeProlongation(AppelSuivi suivi, Function<ProlongationDAppel.Demande, List<Refus>> prolonger) {
        addClassName("panel");
        var appel = suivi.appel();
        var jusquAu = Dates.champ(this, "appel.nouvelle-cloture", null);
        var heure = Dates.heure(this, "appel.heure", appel.heure());
        var tirageLe = Dates.champ(this, "appel.tirage", appel.tirageLe());
        var motif = new TextField(getTranslation("appel.motif"));
        var refuses = new ChampsRefuses(this);
        refuses.champ(Refus.Champ.CLOTURE, jusquAu);
        refuses.champ(Refus.Champ.HEURE, heure);
        refuses.champ(Refus.Champ.TIRAGE, tirageLe);
        refuses.champ(Refus.Champ.MOTIF, motif);
        var bouton = new Button(getTranslation("appel.prolonger"), _ -> {
            if (refuses.lisibles()) {
                refuses.montrer(prolonger.apply(new ProlongationDAppel.Demande(
                        jusquAu.getValue(), heure.getValue(), tirageLe.getValue(), motif.getValue())));
            }
        });
        var champs = new Div(refuses.ailleurs(), jusquAu, heure, tirageLe, motif, bouton);
        champs.addClassNames("formulaire", "formulaire--deux");
        add(
                new H2(getTranslation("appel.prolonger.titre")),
                new Paragraph(getTranslation("appel.prolonger.aide")),
                champs);
    }
}
