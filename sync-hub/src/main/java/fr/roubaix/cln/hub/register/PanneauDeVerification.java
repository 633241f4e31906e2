package fr.roubaix.cln.hub.register;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** What the last verification found, and the hash of the last row, to be copied on a document. */
final class PanneauDeVerification extends Section {

    private final Registre registre;
    private final Div verdict = new Div();
    private final TextField tete = new TextField();

    PanneauDeVerification(Registre registre, Optional<VerificationDuRegistre.Derniere> derniere) {
        this.registre = registre;
        addClassNames("panel", "formulaire", "formulaire--registre");
        tete.setReadOnly(true);
        tete.setWidthFull();
        add(verdict, tete);
        derniere.ifPresentOrElse(
                faite -> dire(
                        faite.rupture().isPresent(),
                        faite.rupture()
                                .orElseGet(() -> getTranslation(
                                        "registre.intacte-le", FrenchDates.fullInstant(faite.le()), faite.lignes()))),
                () -> verdict.setVisible(false));
        nommerLaTete();
    }

    void montrer(Constat constat) {
        dire(constat instanceof Constat.Rompue, constat.phrase());
        nommerLaTete();
    }

    private void nommerLaTete() {
        var derniere = registre.tete();
        tete.setLabel(getTranslation("registre.tete", Long.toString(derniere.numero())));
        tete.setHelperText(getTranslation("registre.tete.aide"));
        tete.setValue(derniere.empreinte());
    }

    private void dire(boolean rompue, String phrase) {
        verdict.removeAll();
        verdict.setClassName("note " + (rompue ? "note--err" : "note--ok"));
        verdict.getElement().setAttribute("role", rompue ? "alert" : "status");
        verdict.add(
                new DrawnIcon(rompue ? "x-circle" : "check-circle"),
                new Paragraph(new Span(rompue ? getTranslation("registre.rompu", phrase) : phrase)));
        verdict.setVisible(true);
    }
}
