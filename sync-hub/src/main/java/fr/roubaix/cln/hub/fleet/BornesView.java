package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.fleet.Flotte.Fiche;
import fr.roubaix.cln.hub.ingest.DepotDePaquet;
import fr.roubaix.cln.hub.ingest.ImportDePaquet;
import fr.roubaix.cln.hub.ingest.Quarantaine;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.web.DrawnIcon;

/** The kiosks one by one, what to look at on each, and what an administrator does to them. */
@Route("gestion/bornes")
@Menu(title = "menu.bornes", order = 50, icon = "kiosk")
@RolesAllowed("ADMIN")
class BornesView extends Page implements AfterNavigationObserver {

    /** Names the kiosk whose panel is open, so that a link leads to it. */
    private static final String BORNE = "borne";

    private final Flotte flotte;
    private final Clock clock;
    private final Grid<Fiche> grille = new Grid<>();
    private final Div cote = new Div();
    private List<Grid.Column<Fiche>> secondaires = List.of();
    private List<Fiche> fiches = List.of();
    private @Nullable KioskId ouverte;
    private boolean relit;

    BornesView(Flotte flotte, Bornes bornes, Quarantaine quarantaine, ImportDePaquet importDePaquet, Clock clock) {
        super("menu.bornes");
        this.flotte = flotte;
        this.clock = clock;
        action(new Button(getTranslation("completude.actualiser"), new DrawnIcon("refresh"), _ -> {
            taire();
            relire();
        }));
        colonnes();
        grille.addClassName("lignes");
        grille.setAllRowsVisible(true);
        grille.setSelectionMode(Grid.SelectionMode.SINGLE);
        grille.asSingleSelect().addValueChangeListener(choix -> choisir(choix.getValue()));
        grille.setPartNameGenerator(fiche -> fiche.borne().id().equals(ouverte) ? "choisie" : null);
        grille.setEmptyStateText(getTranslation("bornes.aucune"));
        cote.addClassNames("md", "md--flotte");
        var bas = new Div(new Enroler(bornes, flotte), new DepotDePaquet(importDePaquet));
        bas.addClassName("flotte__bas");
        var gauche = new Div(grille, bas);
        gauche.addClassName("flotte__gauche");
        cote.add(gauche);
        add(new PanneauDesMisesDeCote(quarantaine), cote);
        relire();
    }

    private void colonnes() {
        grille.addColumn(new ComponentRenderer<>(BornesView::mairie))
                .setHeader(getTranslation("bornes.mairie"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(fiche -> getTranslation(
                        "flotte.nom", fiche.borne().name(), fiche.borne().id()))
                .setHeader(getTranslation("bornes.nom"))
                .setAutoWidth(true)
                .setFlexGrow(1);
        grille.addColumn(new ComponentRenderer<>(fiche -> Mots.etat(fiche, this)))
                .setHeader(getTranslation("flotte.etat"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var contact = grille.addColumn(fiche -> Mots.contact(fiche, this))
                .setHeader(getTranslation("bornes.dernier-contact"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(fiche -> Mots.file(fiche, this))
                .setHeader(getTranslation("bornes.file"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        var horloge = grille.addColumn(fiche -> Mots.horloge(fiche, this))
                .setHeader(getTranslation("flotte.horloge"))
                .setAutoWidth(true);
        var version = grille.addColumn(fiche ->
                        fiche.borne().report().map(dit -> dit.version()).orElse(""))
                .setHeader(getTranslation("flotte.version"))
                .setAutoWidth(true);
        secondaires = List.of(contact, horloge, version);
    }

    private static Span mairie(Fiche fiche) {
        var mairie = fiche.borne().mairie();
        var cellule = new Span(DrawnIcon.of(mairie), new Span(mairie.nom()));
        cellule.addClassName("avec-secteur");
        return cellule;
    }

    /** Opens the panel of the kiosk that the address names. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ouverte = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(BORNE)
                .filter(numero -> numero.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .flatMap(numero -> fiches.stream()
                        .map(fiche -> fiche.borne().id())
                        .filter(id -> id.numero() == numero)
                        .findFirst())
                .orElse(null);
        relire();
    }

    private void relire() {
        relit = true;
        fiches = flotte.fiches();
        grille.setItems(fiches);
        long enService = fiches.stream().filter(f -> !f.borne().revoked()).count();
        long enAlerte = fiches.stream().filter(f -> !f.alertes().isEmpty()).count();
        sousTitre(
                fiches.isEmpty()
                        ? getTranslation("bornes.aide")
                        : getTranslation("flotte.resume", enService, enAlerte, fiches.size() - enService));
        var choisie = choisie();
        grille.asSingleSelect().setValue(choisie.orElse(null));
        relit = false;
        montrer(choisie);
    }

    private Optional<Fiche> choisie() {
        return fiches.stream()
                .filter(fiche -> fiche.borne().id().equals(ouverte))
                .findFirst();
    }

    private void choisir(@Nullable Fiche fiche) {
        if (relit) {
            return;
        }
        ouverte = fiche == null ? null : fiche.borne().id();
        taire();
        var adresse = fiche == null
                ? QueryParameters.empty()
                : QueryParameters.of(BORNE, Integer.toString(fiche.borne().id().numero()));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("gestion/bornes", adresse));
        montrer(choisie());
    }

    private void montrer(Optional<Fiche> fiche) {
        cote.getChildren().filter(DetailDeBorne.class::isInstance).toList().forEach(cote::remove);
        cote.setClassName("ouvert", fiche.isPresent());
        secondaires.forEach(colonne -> colonne.setVisible(fiche.isEmpty()));
        fiche.ifPresent(choisie -> cote.add(new DetailDeBorne(choisie, flotte, clock.instant(), this)));
        grille.getDataProvider().refreshAll();
    }

    /** Says what became of an act and shows what is true now. */
    void fait(Avis.Ton ton, String phrase) {
        relire();
        dire(ton, phrase);
    }

    void fermer() {
        grille.asSingleSelect().clear();
    }
}
