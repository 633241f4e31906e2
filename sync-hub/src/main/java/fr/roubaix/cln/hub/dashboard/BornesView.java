package fr.roubaix.cln.hub.dashboard;

import java.time.Clock;
import java.time.Instant;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.Bornes;
import fr.roubaix.cln.hub.ingest.DepotDePaquet;
import fr.roubaix.cln.hub.ingest.ImportDePaquet;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** The kiosks one by one, and the code that lets a new one join. */
@Route("gestion/bornes")
@Menu(title = "menu.bornes", order = 50, icon = "kiosk")
@RolesAllowed("ADMIN")
class BornesView extends Page {

    private final Bornes bornes;
    private final Grid<Bornes.EtatDeBorne> grille = new Grid<>();
    private final Select<Secteur> mairie = new Select<>();
    private final Div code = new Div();

    BornesView(Bornes bornes, Quarantaine quarantaine, ImportDePaquet importDePaquet, Clock clock) {
        super("menu.bornes");
        this.bornes = bornes;
        sousTitre(getTranslation("bornes.aide"));
        grille.addColumn(borne -> borne.id().toString()).setHeader(getTranslation("bornes.numero"));
        grille.addColumn(borne -> borne.mairie().nom()).setHeader(getTranslation("bornes.mairie"));
        grille.addColumn(Bornes.EtatDeBorne::nom).setHeader(getTranslation("bornes.nom"));
        grille.addColumn(borne ->
                        borne.dernierContact().map(BornesView::instant).orElse(getTranslation("bornes.jamais")))
                .setHeader(getTranslation("bornes.dernier-contact"));
        grille.addColumn(borne -> borne.enAttente()
                        .map(nombre -> getTranslation("bornes.en-attente", nombre))
                        .orElse(getTranslation("bornes.file-inconnue")))
                .setHeader(getTranslation("bornes.file"));
        grille.addColumn(borne -> borne.empreinte().toString()).setHeader(getTranslation("bornes.empreinte"));
        grille.getColumns().forEach(colonne -> colonne.setAutoWidth(true));
        grille.setAllRowsVisible(true);
        grille.setEmptyStateText(getTranslation("bornes.aucune"));
        grille.setItems(bornes.etats());
        add(
                new PanneauDesMisesDeCote(quarantaine),
                new PanneauDesBornes(bornes.etats(), clock.instant()),
                grille,
                enrolement(),
                new DepotDePaquet(importDePaquet));
    }

    private Section enrolement() {
        mairie.setLabel(getTranslation("bornes.mairie"));
        mairie.setItems(Secteur.values());
        mairie.setItemLabelGenerator(Secteur::nom);
        mairie.setManualValidation(true);
        var creer = new Button(getTranslation("bornes.creer-code"), _ -> creer());
        creer.addThemeVariants(ButtonVariant.PRIMARY);
        code.getElement().setAttribute("role", "status");
        var section = new Section(
                new H2(getTranslation("bornes.enroler")),
                new Paragraph(getTranslation("bornes.enroler.aide")),
                mairie,
                creer,
                code);
        section.addClassNames("panel", "formulaire");
        return section;
    }

    private void creer() {
        code.removeAll();
        Secteur choisie = mairie.getValue();
        mairie.setInvalid(choisie == null);
        if (choisie == null) {
            mairie.setErrorMessage(getTranslation("bornes.mairie.manquante"));
            return;
        }
        var nouveau = bornes.creerCode(choisie);
        var chiffres = new Paragraph(nouveau.code());
        chiffres.addClassName("code-unique");
        code.add(
                chiffres,
                new Paragraph(getTranslation("bornes.code.expire", choisie.nom(), instant(nouveau.expireLe()))));
    }

    private static String instant(Instant instant) {
        return FrenchDates.instant(instant);
    }
}
