package fr.roubaix.cln.hub.appel;

import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;

/** Everything about a call, to open it. */
final class FormulaireDOuverture extends Section {

    private final TextField id = new TextField(getTranslation("appel.id"));
    private final TextField titre = new TextField(getTranslation("appel.titre"));
    private final DatePicker ouvreLe = Dates.champ(this, "appel.ouverture", null);
    private final DatePicker jusquAu = Dates.champ(this, "appel.cloture", null);
    private final TimePicker heure = Dates.heure(this, "appel.heure", null);
    private final DatePicker reference = Dates.champ(this, "appel.reference", null);
    private final DatePicker tirageLe = Dates.champ(this, "appel.tirage", null);
    private final TextField lieu = new TextField(getTranslation("appel.lieu"));
    private final ChampsRefuses refuses = new ChampsRefuses(this);

    FormulaireDOuverture(Function<Demande, OuvertureDAppel.Issue> ouvrir) {
        addClassName("panel");
        id.setHelperText(getTranslation("appel.id.aide"));
        reference.setHelperText(getTranslation("appel.reference.aide"));
        refuses.champ(Refus.Champ.ID, id);
        refuses.champ(Refus.Champ.TITRE, titre);
        refuses.champ(Refus.Champ.OUVERTURE, ouvreLe);
        refuses.champ(Refus.Champ.CLOTURE, jusquAu);
        refuses.champ(Refus.Champ.HEURE, heure);
        refuses.champ(Refus.Champ.REFERENCE, reference);
        refuses.champ(Refus.Champ.TIRAGE, tirageLe);
        refuses.champ(Refus.Champ.LIEU, lieu);
        var bouton = new Button(getTranslation("appel.ouvrir"), _ -> {
            if (refuses.lisibles() && ouvrir.apply(demande()) instanceof OuvertureDAppel.Issue.Refuse(var refus)) {
                refuses.montrer(refus);
            }
        });
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        lieu.addClassName("toute");
        var champs = new Div(refuses.ailleurs(), titre, id, ouvreLe, reference, jusquAu, heure, tirageLe, lieu, bouton);
        champs.addClassNames("formulaire", "formulaire--deux");
        add(new H2(getTranslation("appel.nouveau")), champs);
    }

    private Demande demande() {
        return new Demande(
                id.getValue().strip(),
                titre.getValue(),
                ouvreLe.getValue(),
                jusquAu.getValue(),
                heure.getValue(),
                reference.getValue(),
                tirageLe.getValue(),
                lieu.getValue());
    }
}
