package fr.roubaix.cln.kiosk.home;

import java.time.LocalDate;
import java.util.List;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin.AvisPublie;

/** What the mairie puts up, below the doors of home: a title each, and its words on demand. */
final class NoticesFromTheMairie extends Section {

    NoticesFromTheMairie(List<AvisPublie> notices) {
        addClassName("notices");
        add(new H2(getTranslation("home.avis")));
        notices.forEach(notice -> add(notice(notice)));
    }

    /** Those to show on this day, the last one first. */
    static List<AvisPublie> on(Hub hub, LocalDate day) {
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.avis().stream())
                .filter(notice -> notice.montreLe(day))
                .sorted((a, b) -> Long.compare(b.id(), a.id()))
                .toList();
    }

    private static Details notice(AvisPublie notice) {
        var words = new Div();
        notice.texte().lines().filter(line -> !line.isBlank()).forEach(line -> words.add(new Paragraph(line)));
        var details = new Details(notice.titre(), words);
        details.addClassName("notices__one");
        // As the mairie wrote it, whatever language the screen speaks.
        details.getElement().setAttribute("lang", "fr").setAttribute("dir", "ltr");
        return details;
    }
}
