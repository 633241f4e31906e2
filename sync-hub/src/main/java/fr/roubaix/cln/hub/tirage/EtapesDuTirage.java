package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** Where the draw stands: what is done, by whom, and what comes next. */
final class EtapesDuTirage extends Section {

    private final OrderedList liste = new OrderedList();
    private int numero;

    EtapesDuTirage(@Nullable Tirage tirage) {
        addClassName("panel");
        liste.addClassName("tl");
        List<Tirage.Acte> faits = actes(tirage);
        etape("tirage.etape.liste", faits);
        etape("tirage.etape.lecture", faits);
        etape("tirage.etape.des", faits);
        etape("tirage.etape.membres", faits);
        add(liste);
    }

    /** The acts so far, in order. */
    private static List<Tirage.Acte> actes(@Nullable Tirage tirage) {
        if (tirage == null) {
            return List.of();
        }
        var arret = tirage.arret().acte();
        return switch (tirage) {
            case Tirage.ListeArretee _ -> List.of(arret);
            case Tirage.LectureChoisie choisie -> List.of(arret, choisie.choix());
            case Tirage.DesEntres entres -> List.of(arret, entres.choix(), entres.saisie());
            case Tirage.Tire tire -> List.of(arret, tire.choix(), tire.saisie(), tire.tirage());
        };
    }

    private void etape(String cle, List<Tirage.Acte> faits) {
        numero++;
        boolean faite = numero <= faits.size();
        var point = faite ? new Span(new DrawnIcon("check")) : new Span(Integer.toString(numero));
        point.addClassName("dot");
        var texte = new Div(Balise.de("b", getTranslation(cle)));
        if (faite) {
            texte.add(Balise.de("span", acte(faits.get(numero - 1))).classe("muted", "small"));
        }
        var element = new ListItem(point, texte);
        if (faite) {
            element.addClassName("done");
        } else if (numero == faits.size() + 1) {
            element.addClassName("now");
            element.getElement().setAttribute("aria-current", "step");
        }
        liste.add(element);
    }

    private String acte(Tirage.Acte acte) {
        return getTranslation("tirage.acte", acte.par().valeur(), instant(acte.le()));
    }

    private static String instant(Instant instant) {
        return FrenchDates.shortInstant(instant);
    }
}
