package fr.roubaix.cln.hub.privacy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import fr.roubaix.cln.hub.privacy.Maitresses.Connue;
import fr.roubaix.cln.hub.privacy.RotationDeLaMaitresse.Issue;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The master keys of the hub, and the button that changes the one in force, which asks twice. */
final class PanneauDeLaMaitresse extends Section {

    private final RotationDeLaMaitresse rotation;
    private final Runnable changee;
    private final Div message = new Div();
    private final Div contenu = new Div();

    /** @param changee what shows again where the exports stand */
    PanneauDeLaMaitresse(RotationDeLaMaitresse rotation, Runnable changee) {
        this.rotation = rotation;
        this.changee = changee;
        addClassNames("panel", "formulaire");
        message.setVisible(false);
        contenu.addClassName("formulaire");
        add(
                new H2(getTranslation("maitresse.titre")),
                new Paragraph(getTranslation("maitresse.aide")),
                message,
                contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        var toutes = rotation.toutes();
        var liste = new UnorderedList();
        liste.addClassName("chk");
        toutes.reversed().forEach(une -> liste.add(ligne(une, une.numero() == toutes.size())));
        contenu.add(liste);
        if (!toutes.stream().allMatch(Connue::achevee)) {
            contenu.add(new Avis(Avis.Ton.ATTENTION, getTranslation("maitresse.inachevee")));
        }
        contenu.add(new Button(getTranslation("maitresse.changer"), _ -> demander(toutes.size())));
    }

    private ListItem ligne(Connue une, boolean enVigueur) {
        String depuis = une.depuis().map(FrenchDates::instant).orElse(getTranslation("cles.depuis-l-installation"));
        var ligne = new ListItem(
                new DrawnIcon(enVigueur ? "check-circle" : "clock"),
                new Span(getTranslation(
                        enVigueur ? "maitresse.en-vigueur" : "maitresse.ancienne", une.numero(), depuis)));
        ligne.addClassName(enVigueur ? "ok" : "ancienne");
        return ligne;
    }

    private void demander(int vue) {
        var premiere = new Confirmation("maitresse.question", "cles.continuer", () -> {
            var seconde = new Confirmation("maitresse.question.encore", "maitresse.changer", () -> changer(vue));
            seconde.setText(getTranslation("maitresse.consequence.encore"));
            seconde.open();
        });
        premiere.setText(getTranslation("maitresse.consequence"));
        premiere.open();
    }

    private void changer(int vue) {
        message.setVisible(true);
        message.removeAll();
        message.add(
                switch (rotation.tourner(vue)) {
                    case Issue.Tournee(var numero) ->
                        new Avis(Avis.Ton.REUSSITE, getTranslation("maitresse.changee", numero));
                    case Issue.DejaTournee _ ->
                        new Avis(Avis.Ton.INFORMATION, getTranslation("maitresse.deja-changee"));
                    case Issue.AReprendre(var numero) ->
                        new Avis(Avis.Ton.ATTENTION, getTranslation("maitresse.a-reprendre", numero));
                    case Issue.FichierEnRetard(var fichier) ->
                        new Avis(Avis.Ton.ERREUR, getTranslation("cles.en-retard", fichier));
                    case Issue.FichierRefuse(var fichier) ->
                        new Avis(Avis.Ton.ERREUR, getTranslation("cles.fichier-refuse", fichier));
                });
        montrer();
        changee.run();
    }
}
