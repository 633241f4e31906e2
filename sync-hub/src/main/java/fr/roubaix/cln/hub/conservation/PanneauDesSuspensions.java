package fr.roubaix.cln.hub.conservation;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.conservation.GestionDesSuspensions.Refus;
import fr.roubaix.cln.web.FrenchDates;

/** The holds: those that stand, each with its reason, and a form for another one. */
final class PanneauDesSuspensions extends Section {

    private static final int MOTIF_MAXIMUM = 500;

    private final GestionDesSuspensions gestion;
    private final Runnable change;
    private final Div posees = new Div();
    private final Select<AppelSuivi> appel = new Select<>();
    private final TextField code = new TextField();
    private final TextField motif = new TextField();

    PanneauDesSuspensions(GestionDesSuspensions gestion, List<AppelSuivi> appels, Runnable change) {
        this.gestion = gestion;
        this.change = change;
        addClassName("panel");
        appel.setLabel(getTranslation("suspension.appel"));
        appel.setItems(appels);
        appel.setItemLabelGenerator(AppelSuivi::titre);
        appels.stream().findFirst().ifPresent(appel::setValue);
        code.setLabel(getTranslation("suspension.code"));
        code.setHelperText(getTranslation("suspension.code.aide"));
        motif.setLabel(getTranslation("suspension.motif"));
        motif.setHelperText(getTranslation("suspension.motif.aide"));
        motif.setMaxLength(MOTIF_MAXIMUM);
        for (HasValidation champ : List.<HasValidation>of(appel, code, motif)) {
            champ.setManualValidation(true);
        }
        posees.addClassName("formulaire");
        var champs = new Div(appel, code, motif, new Button(getTranslation("suspension.poser"), _ -> poser()));
        champs.addClassName("formulaire");
        add(
                new H2(getTranslation("suspension.titre")),
                new Paragraph(getTranslation("suspension.aide")),
                posees,
                champs);
        montrer();
    }

    private void montrer() {
        posees.removeAll();
        gestion.enVigueur().forEach(suspension -> posees.add(ligne(suspension)));
    }

    private Div ligne(Suspension suspension) {
        var fin = new TextField(getTranslation("suspension.lever.motif"));
        fin.setMaxLength(MOTIF_MAXIMUM);
        fin.setManualValidation(true);
        var lever = new Button(getTranslation("suspension.lever"), _ -> {
            var refus = gestion.lever(suspension.numero(), fin.getValue());
            if (dire(fin, refus)) {
                montrer();
                change.run();
            }
        });
        var ligne = new Div(
                new Paragraph(getTranslation(
                        "suspension.posee",
                        suspension.numero(),
                        suspension
                                .code()
                                .map(ReceiptCode::affiche)
                                .orElseGet(() -> getTranslation(
                                        "suspension.toutes", suspension.appel().valeur())),
                        suspension.par().valeur(),
                        FrenchDates.instant(suspension.poseeLe()),
                        suspension.motif())),
                fin,
                lever);
        ligne.addClassName("acte");
        return ligne;
    }

    private void poser() {
        AppelSuivi choisi = appel.getValue();
        appel.setInvalid(false);
        code.setInvalid(false);
        if (choisi == null) {
            dire(appel, Optional.of(Refus.APPEL_INCONNU));
            return;
        }
        var refus = gestion.poser(choisi.id(), code.getValue(), motif.getValue());
        HasValidation champ = refus.map(this::champ).orElse(motif);
        if (dire(champ, refus)) {
            code.clear();
            motif.clear();
            montrer();
            change.run();
        }
    }

    private HasValidation champ(Refus refus) {
        return switch (refus) {
            case APPEL_INCONNU -> appel;
            case CODE_INCONNU -> code;
            case MOTIF_COURT, DEJA_LEVEE -> motif;
        };
    }

    /** Shows a refusal at its field; true when there is none. */
    private boolean dire(HasValidation champ, Optional<Refus> refus) {
        @Nullable
        String phrase =
                refus.map(r -> getTranslation("suspension.refus." + r.name())).orElse(null);
        champ.setErrorMessage(phrase);
        champ.setInvalid(phrase != null);
        return phrase == null;
    }
}
