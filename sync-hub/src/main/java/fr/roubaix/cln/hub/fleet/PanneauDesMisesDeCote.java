package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.ingest.Quarantaine.MiseDeCote;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The applications that the hub could not take, and the way to where something is done about them. Hidden when none. */
final class PanneauDesMisesDeCote extends Section {

    private static final int MONTREES = 5;

    PanneauDesMisesDeCote(Quarantaine quarantaine) {
        addClassNames("panel", "formulaire");
        var enAttente = quarantaine.enAttente();
        setVisible(!enAttente.isEmpty());
        var liste = new UnorderedList();
        liste.addClassName("chk");
        enAttente.stream().limit(MONTREES).forEach(miseDeCote -> liste.add(ligne(miseDeCote)));
        add(
                new H2(getTranslation("quarantaine.titre")),
                new Paragraph(getTranslation("quarantaine.aide")),
                liste,
                new Anchor("gestion/mises-de-cote", getTranslation("quarantaine.ouvrir", enAttente.size())));
    }

    private ListItem ligne(MiseDeCote miseDeCote) {
        String raison =
                getTranslation("quarantaine.raison." + miseDeCote.raison().name());
        String quand = FrenchDates.instant(miseDeCote.recueLe());
        var ligne = new ListItem(
                new DrawnIcon("alert"),
                new Span(getTranslation("quarantaine.ligne", miseDeCote.borne().toString(), quand, raison)));
        ligne.addClassName("warn");
        return ligne;
    }
}
