package fr.roubaix.cln.hub.register;

import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One row in full, as it was written. */
final class DetailDeLigne extends Aside {

    private final DescriptionList fiche = new DescriptionList();

    DetailDeLigne(Ligne ligne, Runnable fermer) {
        addClassNames("det", "det--registre");
        getElement().setAttribute("aria-label", getTranslation("registre.detail", Long.toString(ligne.numero())));
        var croix = new Button(new DrawnIcon("x"), _ -> fermer.run());
        croix.addThemeVariants(ButtonVariant.TERTIARY);
        croix.setAriaLabel(getTranslation("registre.fermer"));
        var titre = new Div(new H2(ligne.titre()), croix);
        titre.addClassName("dh");
        fiche.addClassName("kv");
        dire("registre.numero", Long.toString(ligne.numero()));
        dire("registre.instant", FrenchDates.fullInstant(ligne.le()));
        dire("registre.auteur", ligne.auteur());
        dire(
                "registre.roles",
                ligne.listeDesRoles().stream()
                        .map(role -> getTranslation("role." + role))
                        .collect(Collectors.joining(", ")));
        dire("registre.objet", ligne.objet());
        dire("registre.motif", ligne.motif());
        ligne.detailsParCle().forEach(this::detail);
        dire("registre.empreinte", ligne.empreinte());
        dire("registre.precedente", ligne.precedente());
        add(titre, fiche);
    }

    private void dire(String cle, String valeur) {
        if (!valeur.isEmpty()) {
            detail(getTranslation(cle), valeur);
        }
    }

    private void detail(String nom, String valeur) {
        fiche.add(new DescriptionList.Term(nom), new DescriptionList.Description(valeur));
    }
}
