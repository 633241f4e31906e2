package fr.roubaix.cln.hub.appel;

import java.util.List;
import java.util.function.Function;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;

/** Everything about a call, kept as a draft as often as one likes, then opened. */
final class FormulaireDePreparation extends Section {

    private final TextField id = new TextField(getTranslation("appel.id"));
    private final TextField titre = new TextField(getTranslation("appel.titre"));
    private final DatePicker ouvreLe;
    private final DatePicker jusquAu;
    private final TimePicker heure;
    private final DatePicker reference;
    private final DatePicker tirageLe;
    private final TextField lieu = new TextField(getTranslation("appel.lieu"));
    private final ChampsDesTextes textes;
    private final ChampsDesSecteurs secteurs;
    private final ChampsRefuses refuses = new ChampsRefuses(this);

    /** Shows a draft. The two acts answer with what is wrong, nothing when they are done. */
    FormulaireDePreparation(
            Demande demande,
            Annonce annonce,
            Function<Saisie, List<Refus>> enregistrer,
            Function<Saisie, List<Refus>> ouvrir) {
        addClassName("appel-ecran");
        id.setValue(demande.id());
        id.setHelperText(getTranslation("appel.id.aide"));
        titre.setValue(demande.titre());
        ouvreLe = Dates.champ(this, "appel.ouverture", demande.ouvreLe());
        jusquAu = Dates.champ(this, "appel.cloture", demande.jusquAu());
        heure = Dates.heure(this, "appel.heure", demande.heure());
        reference = Dates.champ(this, "appel.reference", demande.dateDeReference());
        reference.setHelperText(getTranslation("appel.reference.aide"));
        tirageLe = Dates.champ(this, "appel.tirage", demande.tirageLe());
        lieu.setValue(demande.lieu());
        lieu.addClassName("toute");
        textes = new ChampsDesTextes(annonce);
        secteurs = new ChampsDesSecteurs(annonce);
        nommer();
        var garder = new Button(getTranslation("appel.enregistrer"), _ -> soumettre(enregistrer));
        var bouton = new Button(getTranslation("appel.ouvrir"), _ -> soumettre(ouvrir));
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(garder, bouton);
        actions.addClassName("actions");
        add(refuses.ailleurs(), dates(), new Div(textes, secteurs), actions);
    }

    private void nommer() {
        refuses.champ(Refus.Champ.ID, id);
        refuses.champ(Refus.Champ.TITRE, titre);
        refuses.champ(Refus.Champ.OUVERTURE, ouvreLe);
        refuses.champ(Refus.Champ.CLOTURE, jusquAu);
        refuses.champ(Refus.Champ.HEURE, heure);
        refuses.champ(Refus.Champ.REFERENCE, reference);
        refuses.champ(Refus.Champ.TIRAGE, tirageLe);
        refuses.champ(Refus.Champ.LIEU, lieu);
        refuses.champ(Refus.Champ.TEXTE, textes.corps());
    }

    private Section dates() {
        var champs = new Div(titre, id, ouvreLe, reference, jusquAu, heure, tirageLe, lieu);
        champs.addClassNames("formulaire", "formulaire--deux");
        var panneau = new Section(new H2(getTranslation("appel.nouveau")), champs);
        panneau.addClassName("panel");
        return panneau;
    }

    private void soumettre(Function<Saisie, List<Refus>> acte) {
        if (refuses.lisibles()) {
            refuses.montrer(acte.apply(saisie()));
        }
    }

    private Saisie saisie() {
        return new Saisie(
                new Demande(
                        id.getValue().strip(),
                        titre.getValue(),
                        ouvreLe.getValue(),
                        jusquAu.getValue(),
                        heure.getValue(),
                        reference.getValue(),
                        tirageLe.getValue(),
                        lieu.getValue()),
                new Annonce(textes.valeurs(titre.getValue().strip()), secteurs.valeurs()));
    }

    /** What is in the fields. */
    record Saisie(Demande demande, Annonce annonce) {}
}
