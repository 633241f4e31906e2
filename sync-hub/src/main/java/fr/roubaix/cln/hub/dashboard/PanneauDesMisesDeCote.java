package fr.roubaix.cln.hub.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.ingest.Quarantaine.MiseDeCote;
import fr.roubaix.cln.web.FrenchDates;

/** The applications that the hub could not take, each with what staff did about it. Hidden when there is none. */
final class PanneauDesMisesDeCote extends Section {

    private static final int LONGUEUR = 200;

    private final Quarantaine quarantaine;

    PanneauDesMisesDeCote(Quarantaine quarantaine) {
        this.quarantaine = quarantaine;
        addClassNames("panel", "formulaire");
        montrer();
    }

    private void montrer() {
        removeAll();
        var enAttente = quarantaine.enAttente();
        setVisible(!enAttente.isEmpty());
        add(new H2(getTranslation("quarantaine.titre")), new Paragraph(getTranslation("quarantaine.aide")));
        enAttente.forEach(miseDeCote -> add(ligne(miseDeCote)));
        add(new Anchor("gestion/mises-de-cote", getTranslation("quarantaine.ouvrir")));
    }

    private Div ligne(MiseDeCote miseDeCote) {
        var suite = new TextField(getTranslation("quarantaine.suite"));
        suite.setMaxLength(LONGUEUR);
        suite.setManualValidation(true);
        var regler = new Button(getTranslation("quarantaine.regler"), _ -> regler(miseDeCote, suite));
        String raison =
                getTranslation("quarantaine.raison." + miseDeCote.raison().name());
        String quand = FrenchDates.instant(miseDeCote.recueLe());
        return new Div(
                new Paragraph(
                        getTranslation("quarantaine.ligne", miseDeCote.borne().toString(), quand, raison)),
                suite,
                regler);
    }

    private void regler(MiseDeCote miseDeCote, TextField suite) {
        boolean vide = suite.getValue().isBlank();
        suite.setInvalid(vide);
        if (vide) {
            suite.setErrorMessage(getTranslation("quarantaine.suite.manquante"));
            return;
        }
        quarantaine.regler(miseDeCote, suite.getValue());
        montrer();
    }
}
