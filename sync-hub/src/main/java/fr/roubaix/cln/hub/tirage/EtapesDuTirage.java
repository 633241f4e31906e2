package fr.roubaix.cln.hub.tirage;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;

/** Where the draw stands: what is done, by whom, and what comes next. */
final class EtapesDuTirage extends Section {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("d MMMM, H:mm", Locale.FRANCE);

    private final OrderedList liste = new OrderedList();
    private int numero;

    EtapesDuTirage(@Nullable Tirage tirage) {
        addClassName("panel");
        liste.addClassName("tl");
        int faites = rang(tirage);
        etape(
                "tirage.etape.liste",
                faites,
                tirage == null ? null : acte(tirage.arret().acte()));
        etape(
                "tirage.etape.lecture",
                faites,
                tirage instanceof Tirage.LectureChoisie choisie ? acte(choisie.choix()) : null);
        etape("tirage.etape.des", faites, tirage instanceof Tirage.DesEntres entres ? acte(entres.saisie()) : null);
        etape("tirage.etape.membres", faites, tirage instanceof Tirage.Tire tire ? acte(tire.tirage()) : null);
        add(liste);
    }

    private static int rang(@Nullable Tirage tirage) {
        if (tirage == null) {
            return 0;
        }
        return switch (tirage) {
            case Tirage.ListeArretee _ -> 1;
            case Tirage.LectureChoisie _ -> 2;
            case Tirage.DesEntres _ -> 3;
            case Tirage.Tire _ -> 4;
        };
    }

    private void etape(String cle, int faites, @Nullable String detail) {
        numero++;
        boolean faite = numero <= faites;
        var point = faite ? new Span(new DrawnIcon("check")) : new Span(Integer.toString(numero));
        point.addClassName("dot");
        var texte = new Div(Balise.de("b", getTranslation(cle)));
        if (detail != null) {
            texte.add(Balise.de("span", detail).classe("muted", "small"));
        } else if (faite) {
            texte.add(Balise.de("span", getTranslation("tirage.etape.faite")).classe("muted", "small"));
        }
        var element = new ListItem(point, texte);
        if (faite) {
            element.addClassName("done");
        } else if (numero == faites + 1) {
            element.addClassName("now");
            element.getElement().setAttribute("aria-current", "step");
        }
        liste.add(element);
    }

    private String acte(Tirage.Acte acte) {
        return getTranslation("tirage.acte", acte.par().valeur(), instant(acte.le()));
    }

    private static String instant(Instant instant) {
        return instant.atZone(Appel.ROUBAIX).format(INSTANT);
    }
}
