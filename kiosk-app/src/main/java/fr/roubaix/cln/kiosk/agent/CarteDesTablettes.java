package fr.roubaix.cln.kiosk.agent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.kiosk.tablet.TabletDesk;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;

/** Whether tablets may connect here, and how many are known. */
final class CarteDesTablettes extends Div {

    private final TabletDesk desk;
    private final Paragraph etat = new Paragraph();

    CarteDesTablettes(VisiteDAgent visite, TabletDesk desk) {
        this.desk = desk;
        addClassNames("card", "agent__carte");
        var ouvrir = new Button(getTranslation("agent.tablettes.voir"), _ -> visite.tablettes());
        add(new H2(getTranslation("agent.tablettes")), etat, Ecran.actes(ouvrir));
    }

    void regarder() {
        etat.setText(
                switch (desk.access()) {
                    case Access.Forbidden _ -> getTranslation("agent.tablettes.interdites");
                    case Access.Closed _ -> getTranslation("agent.tablettes.fermees");
                    case Access.Failed(int port) -> getTranslation("agent.tablettes.panne", Integer.toString(port));
                    case Access.Open _ ->
                        getTranslation("agent.tablettes.nombre", desk.tablets().size());
                });
    }
}
