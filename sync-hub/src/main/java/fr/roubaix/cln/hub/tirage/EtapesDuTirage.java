package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
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

    private static final List<String> ETAPES = List.of(
            "tirage.etape.liste",
            "tirage.etape.lecture",
            "tirage.etape.plan",
            "tirage.etape.seance",
            "tirage.etape.des",
            "tirage.etape.membres",
            "tirage.etape.proclamation",
            "tirage.etape.cloture");

    private final OrderedList liste = new OrderedList();
    private int numero;

    EtapesDuTirage(@Nullable Tirage tirage) {
        addClassNames("panel", "etapes");
        liste.addClassName("tl");
        List<Tirage.Acte> faits = tirage == null ? List.of() : actes(tirage);
        ETAPES.forEach(cle -> etape(cle, faits));
        add(liste);
    }

    /** The acts so far, in order. */
    private static List<Tirage.Acte> actes(Tirage tirage) {
        return switch (tirage) {
            case Tirage.ListeArretee arretee -> List.of(arretee.arret().acte());
            case Tirage.LectureChoisie choisie -> plus(actes(choisie.avant()), choisie.choix());
            case Tirage.PlanConfirme plan -> plus(actes(plan.avant()), plan.confirmation());
            case Tirage.SeanceOuverte seance -> plus(actes(seance.avant()), seance.ouverture());
            case Tirage.DesEnCours des -> actes(des.seance());
            case Tirage.DrandSaisi saisi -> actes(saisi.seance());
            case Tirage.GraineConfirmee graine -> plus(actes(graine.seance()), graine.confirmation());
            case Tirage.Tire tire -> plus(actes(tire.avant()), tire.acte());
            case Tirage.Proclame proclame -> plus(actes(proclame.tire()), proclame.proclamation());
            case Tirage.Clos clos -> plus(actes(clos.avant()), clos.cloture());
        };
    }

    private static List<Tirage.Acte> plus(List<Tirage.Acte> avant, Tirage.Acte acte) {
        var tous = new ArrayList<>(avant);
        tous.add(acte);
        return tous;
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
        String quand = FrenchDates.shortInstant(acte.le());
        return acte.confirmePar()
                .map(second ->
                        getTranslation("tirage.acte.deux-voix", acte.par().valeur(), second.valeur(), quand))
                .orElseGet(() -> getTranslation("tirage.acte", acte.par().valeur(), quand));
    }
}
