package fr.roubaix.cln.web.candidature;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.Dates;

/** What happens after an application is stored: first the receipt, then the check, then the public draw with its date. */
public final class Suite extends Div {

    /**
     * Two or three steps in order.
     *
     * @param recu what the person does about their receipt, now
     */
    public Suite(Component recu, Optional<Appel> appel) {
        addClassName("fin__apres");
        var premier = etape(1, recu);
        premier.addClassName("fin__etape--premiere");
        var liste = new OrderedList(premier, etape(2, mots("verification", "")));
        appel.ifPresent(a -> liste.add(etape(
                3,
                mots(
                        "tirage",
                        getTranslation(
                                "parcours.fin.tirage.quand",
                                Dates.in(getLocale()).fullDay(a.tirageLe()),
                                a.lieuDuTirage())))));
        liste.addClassName("fin__suite");
        add(new H2(getTranslation("parcours.fin.suite")), liste);
    }

    private static ListItem etape(int rang, Component mots) {
        var numero = new Span(Integer.toString(rang));
        numero.addClassName("dot");
        numero.getElement().setAttribute("aria-hidden", "true");
        var etape = new ListItem(numero, mots);
        etape.addClassName("fin__etape");
        return etape;
    }

    private Div mots(String nom, String quand) {
        var titre = new Paragraph(getTranslation("parcours.fin." + nom));
        titre.addClassName("fin__titre");
        var texte = new Paragraph((quand + " " + getTranslation("parcours.fin." + nom + ".texte")).strip());
        return new Div(titre, texte);
    }
}
