package fr.roubaix.cln.kiosk.agent;

import java.util.Optional;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.kiosk.agent.LectureDeRecu.Connu;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Delivery;
import fr.roubaix.cln.kiosk.sync.JournalIndex.Entry;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** Where an application stands, from its deposit to the draw, as far as this kiosk knows. */
final class Etapes extends OrderedList {

    /** @param arrivee what became of it on its way to the secretariat, in a sentence */
    Etapes(Optional<ReceiptToken> token, Connu connu, String arrivee) {
        addClassName("etapes");
        var depot = connu.ici().map(Entry::at).or(() -> token.map(ReceiptToken::at));
        etape(
                depot.isPresent(),
                "agent.etape.enregistree",
                depot.map(FrenchDates::fullInstant).orElse(""));
        boolean transmise = connu.statut().isPresent()
                || connu.ici()
                        .filter(ici -> ici.delivery() == Delivery.DELIVERED)
                        .isPresent();
        etape(transmise, "agent.etape.transmise", arrivee);
        boolean verifiee = connu.statut()
                .filter(statut -> !statut.equals(Statut.RECUE) && !statut.equals(Statut.A_COMPLETER))
                .isPresent();
        etape(
                verifiee,
                "agent.etape.verifiee",
                connu.statut()
                        .map(statut -> getTranslation("agent.recu.statut." + mot(statut)))
                        .orElse(""));
        etape(
                false,
                "agent.etape.tirage",
                connu.tirageLe().map(FrenchDates::fullDay).orElse(""));
    }

    /** Done or to come is said by the icon and, to who does not see it, by a word. */
    private void etape(boolean faite, String cle, String detail) {
        var titre = new Span(getTranslation(cle));
        titre.addClassName("etapes__titre");
        var dit = new Span(getTranslation(faite ? "agent.etape.faite" : "agent.etape.a-venir"));
        dit.addClassName("vh");
        var ligne = new ListItem(new DrawnIcon(faite ? "check" : "clock"), titre, dit, new Span(detail));
        if (faite) {
            ligne.getElement().setAttribute("data-fait", true);
        }
        add(ligne);
    }

    /** A word that this version does not know is not repeated to anybody. */
    private static String mot(Statut statut) {
        boolean connu = statut.equals(Statut.RECUE)
                || statut.equals(Statut.RECEVABLE)
                || statut.equals(Statut.IRRECEVABLE)
                || statut.equals(Statut.A_COMPLETER)
                || statut.equals(Statut.RETIREE);
        return connu ? statut.mot() : "AUTRE";
    }
}
