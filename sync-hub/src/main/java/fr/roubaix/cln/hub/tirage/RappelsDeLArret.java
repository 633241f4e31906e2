package fr.roubaix.cln.hub.tirage;

import java.util.Arrays;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.web.FrenchDates;

/** What the frozen list does not show and the procès-verbal states. */
final class RappelsDeLArret extends Div {

    RappelsDeLArret(Tirage.Arret arret) {
        addClassName("rappels");
        sansPreference(arret);
        derogations(arret);
        setVisible(getChildren().findAny().isPresent());
    }

    /** The list shows them counted as women or men only. */
    private void sansPreference(Tirage.Arret arret) {
        if (!arret.sansPreference().isEmpty()) {
            String nombres = Arrays.stream(Secteur.values())
                    .map(secteur -> secteur.nom() + " " + arret.sansPreference().getOrDefault(secteur, 0))
                    .collect(Collectors.joining(", "));
            add(new Paragraph(getTranslation("tirage.sans-preference", nombres)));
        }
    }

    /** What the list was frozen without, and why. */
    private void derogations(Tirage.Arret arret) {
        if (arret.derogations().isEmpty()) {
            return;
        }
        var liste = new UnorderedList();
        liste.addClassName("manques");
        arret.derogations()
                .forEach(derogation -> liste.add(new ListItem(
                        new Paragraph(getTranslation(
                                "tirage.derogation", derogation.mairie().nom(), derogation.nom(), derogation.manque())),
                        new Paragraph(getTranslation(
                                "tirage.derogation.motif",
                                derogation.par(),
                                FrenchDates.instant(derogation.le()),
                                derogation.motif())))));
        var section = new Section(
                new H2(getTranslation("tirage.derogations", arret.derogations().size())), liste);
        section.addClassName("panel");
        add(section);
    }
}
