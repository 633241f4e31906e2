package fr.roubaix.cln.kiosk.agent;

import java.util.Arrays;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.web.FrenchDates;

/** What a technician types or scans on a tablet, and what the tablet must then show of the certificate. */
final class AdresseDesTablettes extends Div {

    AdresseDesTablettes(Access.Open ouvert) {
        addClassName("agent__adresse");
        var lignes = Ecran.lignes();
        Ecran.ligne(
                lignes,
                getTranslation("agent.tablettes.adresse"),
                ouvert.addresses().getFirst());
        if (ouvert.addresses().size() > 1) {
            Ecran.ligne(
                    lignes,
                    getTranslation("agent.tablettes.autres-adresses"),
                    String.join(
                            " · ",
                            ouvert.addresses().subList(1, ouvert.addresses().size())));
        }
        Ecran.ligne(lignes, getTranslation("agent.tablettes.fin"), FrenchDates.shortInstant(ouvert.end()));
        var titre = new Paragraph(getTranslation("agent.tablettes.empreinte"));
        var empreinte = new Div();
        empreinte.addClassName("agent__empreinte");
        empreinte.getElement().setAttribute("translate", "no");
        String[] octets = ouvert.fingerprint().split(":", -1);
        for (int debut = 0; debut < octets.length; debut += 8) {
            empreinte.add(new Span(String.join(" ", Arrays.copyOfRange(octets, debut, debut + 8))));
        }
        add(
                CarreDAdresse.de(ouvert.addresses().getFirst()),
                new Div(lignes, titre, empreinte, new Paragraph(getTranslation("agent.tablettes.comparer"))));
    }
}
