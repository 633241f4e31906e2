package fr.roubaix.cln.kiosk.agent;

import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.kiosk.sync.JournalIndex;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;

/** How many envelopes wait, arrived, or were left aside. */
final class CarteDeLaFile extends Div {

    private final JournalIndex index;
    private final Div nombres = new Div();
    private @Nullable Map<Delivery, Integer> montres;

    CarteDeLaFile(VisiteDAgent visite, JournalIndex index) {
        this.index = index;
        addClassNames("card", "agent__carte");
        nombres.addClassName("agent__nombres");
        var voir = new Button(getTranslation("agent.file.voir"), _ -> visite.file());
        add(new H2(getTranslation("agent.file")), nombres, Ecran.actes(voir));
    }

    void regarder() {
        var comptes = index.counts();
        if (comptes.equals(montres)) {
            return;
        }
        montres = comptes;
        nombres.removeAll();
        comptes.forEach((etat, nombre) -> {
            if (nombre > 0 || etat == Delivery.PENDING || etat == Delivery.DELIVERED || etat == Delivery.REFUSED) {
                nombres.add(nombre(etat, nombre));
            }
        });
        if (comptes.getOrDefault(Delivery.REFUSED, 0) > 0) {
            nombres.add(Ecran.note("info", "note--warn", getTranslation("agent.file.refusees")));
        }
        if (comptes.getOrDefault(Delivery.UNSENDABLE, 0) > 0) {
            nombres.add(Ecran.note("alert", "note--warn", getTranslation("agent.file.abimees")));
        }
    }

    private Paragraph nombre(Delivery etat, int nombre) {
        var chiffre = new Span(Integer.toString(nombre));
        chiffre.addClassName("agent__nombre");
        return new Paragraph(chiffre, new Span(getTranslation("agent.compte." + etat.name(), nombre)));
    }
}
