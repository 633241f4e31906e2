package fr.roubaix.cln.web.candidature;

import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.saisie.Question;

/** That an application is stored, and its number in large type; a screen reader spells the number out. */
public final class Reussite extends Div {

    private final ReceiptCode code;

    public Reussite(ReceiptCode code) {
        this.code = code;
        addClassName("fin__reussite");
        add(reussite(), numero());
    }

    private Component reussite() {
        var fait = new Paragraph(new DrawnIcon("check-circle"), new Span(getTranslation("parcours.fin.fait")));
        fait.addClassName("fin__fait");
        var tete = new Div(fait, new Question(getTranslation("parcours.fin.titre")));
        tete.addClassName("fin__tete");
        return tete;
    }

    private Component numero() {
        var libelle = new Span(getTranslation("parcours.fin.numero"));
        libelle.addClassName("fin__libelle");
        var chiffres = chiffres();
        ReadAloud.spell(chiffres);
        chiffres.getElement().setAttribute("role", "img");
        chiffres.getElement().setAttribute("aria-label", epele());
        var numero = new Div(libelle, chiffres);
        numero.addClassNames("card", "fin__numero");
        return numero;
    }

    private Span chiffres() {
        var point = new Span();
        point.addClassName("fin__point");
        var chiffres = new Span(new Span(moitie(0)), point, new Span(moitie(1)));
        chiffres.addClassName("fin__code");
        return chiffres;
    }

    private String moitie(int rang) {
        return code.affiche().split("-", -1)[rang];
    }

    private String epele() {
        return getTranslation("parcours.fin.numero.epele", lettres(moitie(0)), lettres(moitie(1)));
    }

    private static String lettres(String moitie) {
        return moitie.chars().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
