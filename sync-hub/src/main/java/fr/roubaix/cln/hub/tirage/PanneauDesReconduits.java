package fr.roubaix.cln.hub.tirage;

import java.util.List;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Reconduit;

/** Where renewed members are registered before the list is frozen. */
final class PanneauDesReconduits extends Section {

    PanneauDesReconduits(AppelId appel, List<Reconduit> inscrits, InscriptionDesReconduits inscription) {
        addClassName("panel");
        var compte = new Paragraph(getTranslation("tirage.reconduits.inscrits", inscrits.size()));
        var lignes = new TextArea(getTranslation("tirage.reconduits.lignes"));
        lignes.setWidthFull();
        lignes.setManualValidation(true);
        lignes.setValue(inscrits.stream()
                .map(r -> r.secteur().nom() + ";" + r.sexe().name() + ";"
                        + r.classe().code())
                .collect(Collectors.joining("\n")));
        var inscrire = new Button(getTranslation("tirage.reconduits.inscrire"), _ -> {
            String erreur = switch (inscription.inscrire(appel, lignes.getValue())) {
                case InscriptionDesReconduits.Issue.Inscrits(int nombre) -> {
                    compte.setText(getTranslation("tirage.reconduits.inscrits", nombre));
                    yield "";
                }
                case InscriptionDesReconduits.Issue.LigneRefusee(int ligne, var defaut) ->
                    getTranslation("tirage.reconduits.refus." + defaut.name(), ligne);
                case InscriptionDesReconduits.Issue.Refusee(var refus) ->
                    getTranslation("tirage.refus." + refus.name());
            };
            lignes.setErrorMessage(erreur);
            lignes.setInvalid(!erreur.isEmpty());
        });
        add(
                new H2(getTranslation("tirage.reconduits")),
                new Paragraph(getTranslation("tirage.reconduits.aide")),
                compte,
                lignes,
                inscrire);
    }
}
