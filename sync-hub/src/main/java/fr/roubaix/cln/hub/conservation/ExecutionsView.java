package fr.roubaix.cln.hub.conservation;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** What was destroyed: when, under which rule, how many, on whose visa. Made to be printed. */
@Route("gestion/conservation/executions")
@RolesAllowed("DPO")
class ExecutionsView extends Page {

    ExecutionsView(ConsultationDesPurges consultation) {
        super("conservation.executions");
        sousTitre(getTranslation("conservation.executions.aide"));
        var retour = new Anchor("gestion/conservation", "");
        retour.add(new DrawnIcon("back"), new Span(getTranslation("menu.conservation")));
        retour.addClassNames("btn", "sans-papier");
        action(retour);
        var executees = consultation.executees();
        if (executees.isEmpty()) {
            var vide = new Div(getTranslation("conservation.executions.aucune"));
            vide.addClassName("vide");
            add(vide);
        } else {
            add(table(executees), new Paragraph(getTranslation("conservation.executions.registre")));
        }
    }

    private Section table(List<Purge> executees) {
        var entete = Balise.de("tr");
        for (String cle : new String[] {
            "conservation.numero",
            "conservation.executee-le",
            "conservation.donnee",
            "conservation.detruites",
            "conservation.laissees",
            "conservation.visa-de"
        }) {
            entete.add(Balise.de("th", getTranslation(cle)).attribut("scope", "col"));
        }
        var corps = Balise.de("tbody");
        executees.forEach(purge -> corps.add(ligne(purge)));
        var section = new Section(
                Balise.de("table", Balise.de("thead", entete), corps).classe("table"));
        section.addClassNames("panel", "agents");
        return section;
    }

    private Balise ligne(Purge purge) {
        return Balise.de(
                "tr",
                Balise.de("td", Long.toString(purge.numero())),
                Balise.de("td", purge.executeeLe().map(FrenchDates::fullInstant).orElse("")),
                Balise.de("td", purge.regle().titre()),
                Balise.de("td", Integer.toString(purge.detruites())),
                Balise.de("td", Integer.toString(purge.ecartees())),
                Balise.de(
                        "td",
                        purge.visa()
                                .map(visa -> getTranslation(
                                        "conservation.visa", visa.par().valeur(), FrenchDates.instant(visa.le())))
                                .orElse("")));
    }
}
