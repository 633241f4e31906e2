package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.domaine.secteur.Secteur;

/** The code that lets a new terminal join. */
final class Enroler extends Section {

    private final Bornes bornes;
    private final Select<Secteur> mairie = new Select<>();
    private final CodeUnique code = new CodeUnique();

    Enroler(Bornes bornes) {
        this.bornes = bornes;
        mairie.setLabel(getTranslation("bornes.mairie"));
        mairie.setItems(Secteur.values());
        mairie.setItemLabelGenerator(Secteur::nom);
        mairie.setManualValidation(true);
        var creer = new Button(getTranslation("bornes.creer-code"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        addClassNames("panel", "formulaire");
        add(
                new H2(getTranslation("bornes.enroler")),
                new Paragraph(getTranslation("bornes.enroler.aide")),
                mairie,
                creer,
                code);
    }

    private void creer() {
        code.taire();
        Secteur choisie = mairie.getValue();
        mairie.setInvalid(choisie == null);
        if (choisie == null) {
            mairie.setErrorMessage(getTranslation("bornes.mairie.manquante"));
            return;
        }
        code.montrer(bornes.creerCode(choisie), choisie.nom());
    }
}
