package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.access.TouchTest;

/** Whether the whole screen answers to a finger. */
final class CarteDuToucher extends Div {

    private final Div resultat = new Div();

    CarteDuToucher(VisiteDAgent visite) {
        addClassNames("card", "agent__carte");
        resultat.getElement().setAttribute("role", "status");
        var essai = new TouchTest(
                getTranslation("agent.materiel.toucher"),
                getTranslation("agent.materiel.toucher.reste"),
                getTranslation("agent.materiel.toucher.fermer"));
        essai.onEnd(fin -> conclure(fin.left()));
        var commencer = new Button(
                getTranslation("agent.materiel.toucher.essai"),
                new DrawnIcon("hand"),
                _ -> visite.sousSession(essai::begin));
        add(
                new H2(getTranslation("agent.materiel.toucher")),
                new Paragraph(getTranslation("agent.materiel.toucher.explication")),
                resultat,
                essai,
                Ecran.actes(commencer));
    }

    private void conclure(int reste) {
        resultat.removeAll();
        resultat.add(
                reste == 0
                        ? Ecran.note("check-circle", "note--ok", getTranslation("agent.materiel.toucher.tout"))
                        : Ecran.note("alert", "note--warn", getTranslation("agent.materiel.toucher.manque", reste)));
    }
}
