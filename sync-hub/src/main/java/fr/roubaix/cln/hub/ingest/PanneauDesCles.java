package fr.roubaix.cln.hub.ingest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.hub.ingest.Generations.Connue;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The pairs of keys of the hub, and the button that changes them, which asks twice. */
public final class PanneauDesCles extends Section {

    private final RotationDesCles rotation;
    private final Div message = new Div();
    private final Div contenu = new Div();

    public PanneauDesCles(RotationDesCles rotation) {
        this.rotation = rotation;
        addClassNames("panel", "formulaire");
        message.setVisible(false);
        contenu.addClassName("formulaire");
        add(new H2(getTranslation("cles.titre")), new Paragraph(getTranslation("cles.aide")), message, contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        var generations = rotation.generations();
        var liste = new UnorderedList();
        liste.addClassName("chk");
        generations.reversed().forEach(une -> liste.add(ligne(une, une.numero() == generations.size())));
        contenu.add(liste, new Button(getTranslation("cles.changer"), _ -> demander(generations.size())));
    }

    private ListItem ligne(Connue generation, boolean enVigueur) {
        String depuis =
                generation.depuis().map(FrenchDates::instant).orElse(getTranslation("cles.depuis-l-installation"));
        var ligne = new ListItem(
                new DrawnIcon(enVigueur ? "check-circle" : "clock"),
                new Span(getTranslation(enVigueur ? "cles.en-vigueur" : "cles.ancienne", generation.numero(), depuis)));
        ligne.addClassName(enVigueur ? "ok" : "ancienne");
        return ligne;
    }

    private void demander(int vue) {
        var premiere = new Confirmation("cles.question", "cles.continuer", () -> {
            var seconde = new Confirmation("cles.question.encore", "cles.changer", () -> changer(vue));
            seconde.setText(getTranslation("cles.consequence.encore"));
            seconde.open();
        });
        premiere.setText(getTranslation("cles.consequence"));
        premiere.open();
    }

    private void changer(int vue) {
        message.setVisible(true);
        message.removeAll();
        message.add(
                switch (rotation.tourner(new RotationDesCles.Vue(vue))) {
                    case RotationDesCles.Issue.Tournees(var numero) ->
                        new Avis(Avis.Ton.REUSSITE, getTranslation("cles.changees", numero));
                    case RotationDesCles.Issue.DejaTournees _ ->
                        new Avis(Avis.Ton.INFORMATION, getTranslation("cles.deja-changees"));
                    case RotationDesCles.Issue.FichierEnRetard(var fichier) ->
                        new Avis(Avis.Ton.ERREUR, getTranslation("cles.en-retard", fichier));
                    case RotationDesCles.Issue.FichierRefuse(var fichier) ->
                        new Avis(Avis.Ton.ERREUR, getTranslation("cles.fichier-refuse", fichier));
                });
        montrer();
    }
}
