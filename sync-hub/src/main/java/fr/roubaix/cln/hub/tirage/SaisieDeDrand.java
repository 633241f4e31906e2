package fr.roubaix.cln.hub.tirage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** Where what drand published for the round announced is copied. */
final class SaisieDeDrand extends Div {

    /** Receives the three fields as they were typed. */
    @FunctionalInterface
    interface Suite {
        void saisir(String tour, String alea, String signature);
    }

    SaisieDeDrand(Suite suite) {
        addClassName("formulaire");
        var tour = new TextField(getTranslation("tirage.drand.tour"));
        var alea = new TextField(getTranslation("tirage.drand.alea"));
        var signature = new TextField(getTranslation("tirage.drand.signature"));
        alea.setWidthFull();
        signature.setWidthFull();
        var saisir = new Button(
                getTranslation("tirage.drand.enregistrer"),
                _ -> suite.saisir(tour.getValue(), alea.getValue(), signature.getValue()));
        add(
                new H3(getTranslation("tirage.drand")),
                new Paragraph(getTranslation("tirage.drand.aide")),
                tour,
                alea,
                signature,
                saisir);
    }
}
