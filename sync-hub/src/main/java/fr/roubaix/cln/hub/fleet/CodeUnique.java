package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.hub.fleet.Bornes.CodeDEnrolement;
import fr.roubaix.cln.web.FrenchDates;

/** A one-time code, to be typed on a terminal, and what to compare then. */
final class CodeUnique extends Div {

    CodeUnique() {
        getElement().setAttribute("role", "status");
    }

    void taire() {
        removeAll();
    }

    void montrer(CodeDEnrolement code, String pour) {
        removeAll();
        var chiffres = new Paragraph(code.code());
        chiffres.addClassName("code-unique");
        add(
                chiffres,
                new Paragraph(getTranslation("bornes.code.expire", pour, FrenchDates.instant(code.expireLe()))),
                new Paragraph(getTranslation("flotte.code.comparer")));
    }
}
