package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.Flotte.NumeroPerdu;

/** The code that lets a new terminal join. */
final class Enroler extends Section {

    private final Bornes bornes;
    private final Flotte flotte;
    private final Select<Secteur> mairie = new Select<>();
    private final TextField numero = new TextField();
    private final CodeUnique code = new CodeUnique();

    Enroler(Bornes bornes, Flotte flotte) {
        this.bornes = bornes;
        this.flotte = flotte;
        mairie.setLabel(getTranslation("bornes.mairie"));
        mairie.setItems(Secteur.values());
        mairie.setItemLabelGenerator(Secteur::nom);
        mairie.setManualValidation(true);
        numero.setLabel(getTranslation("bornes.numero-perdu"));
        numero.setHelperText(getTranslation("bornes.numero-perdu.aide"));
        numero.setManualValidation(true);
        var creer = new Button(getTranslation("bornes.creer-code"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        addClassNames("panel", "formulaire");
        add(
                new H2(getTranslation("bornes.enroler")),
                new Paragraph(getTranslation("bornes.enroler.aide")),
                mairie,
                numero,
                creer,
                code);
    }

    private void creer() {
        code.taire();
        Secteur choisie = mairie.getValue();
        mairie.setInvalid(choisie == null);
        numero.setInvalid(false);
        if (choisie == null) {
            mairie.setErrorMessage(getTranslation("bornes.mairie.manquante"));
            return;
        }
        if (numero.isEmpty()) {
            code.montrer(bornes.creerCode(choisie), choisie.nom());
        } else {
            rendre(choisie);
        }
    }

    private void rendre(Secteur choisie) {
        switch (flotte.codePourUnNumero(choisie, numero.getValue())) {
            case NumeroPerdu.Code(var cree) ->
                code.montrer(
                        cree,
                        getTranslation(
                                "flotte.nom", choisie.nom(), numero.getValue().strip()));
            case NumeroPerdu.Refuse(var refus) -> {
                numero.setErrorMessage(getTranslation("flotte.refus." + refus.name()));
                numero.setInvalid(true);
                numero.focus();
            }
        }
    }
}
