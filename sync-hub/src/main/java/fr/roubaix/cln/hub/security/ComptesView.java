package fr.roubaix.cln.hub.security;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.security.ListeDesComptes.Ligne;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Page;

/** The accounts of staff, one of them in detail, and a form for a new one. */
@Route("gestion/comptes")
@Menu(title = "menu.comptes", order = 90, icon = "users")
@RolesAllowed("ADMIN")
class ComptesView extends Page implements AfterNavigationObserver {

    /** Names the account whose panel is open, so that a link leads to it. */
    private static final String COMPTE = "compte";

    private final ListeDesComptes liste;
    private final ChangementDeCompte changement;
    private final GestionDesSessions sessions;
    private final ReinitialisationDuSecondFacteur reinitialisation;
    private final AgentConnecte agent;
    private final Grid<Ligne> grille = new Grid<>();
    private final Div cote = new Div();
    private List<Grid.Column<Ligne>> secondaires = List.of();
    private List<Ligne> lignes = List.of();
    private @Nullable Identifiant ouvert;
    private boolean relit;

    ComptesView(
            CreationDeCompte creation,
            ListeDesComptes liste,
            ChangementDeCompte changement,
            GestionDesSessions sessions,
            ReinitialisationDuSecondFacteur reinitialisation,
            AgentConnecte agent) {
        super("menu.comptes");
        this.liste = liste;
        this.changement = changement;
        this.sessions = sessions;
        this.reinitialisation = reinitialisation;
        this.agent = agent;
        colonnes();
        grille.addClassName("lignes");
        grille.setAllRowsVisible(true);
        grille.setSelectionMode(Grid.SelectionMode.SINGLE);
        grille.asSingleSelect().addValueChangeListener(choix -> choisir(choix.getValue()));
        grille.setPartNameGenerator(ligne -> ligne.identifiant().equals(ouvert) ? "choisie" : null);
        cote.addClassNames("md", "md--flotte");
        var gauche = new Div(grille, new NouveauCompte(creation, this));
        gauche.addClassName("flotte__gauche");
        cote.add(gauche);
        add(cote);
        relire();
    }

    private void colonnes() {
        grille.addColumn(ligne -> ligne.identifiant().valeur())
                .setHeader(getTranslation("compte.identifiant"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(Ligne::nom).setHeader(getTranslation("compte.nom")).setFlexGrow(1);
        grille.addColumn(this::roles).setHeader(getTranslation("compte.roles")).setFlexGrow(1);
        grille.addColumn(new ComponentRenderer<>(ligne -> DetailDeCompte.etat(ligne, this)))
                .setHeader(getTranslation("comptes.etat"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        secondaires = List.of(grille.addColumn(ligne -> ligne.creePar().valeur())
                .setHeader(getTranslation("compte.cree-par"))
                .setAutoWidth(true)
                .setFlexGrow(0));
    }

    private String roles(Ligne ligne) {
        return ligne.roles().stream()
                .sorted()
                .map(role -> getTranslation("role." + role.name()))
                .collect(Collectors.joining(", "));
    }

    /** Opens the panel of the account that the address names. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        ouvert = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(COMPTE)
                .flatMap(Identifiant::lire)
                .orElse(null);
        relire();
    }

    private void relire() {
        relit = true;
        lignes = liste.lignes();
        grille.setItems(lignes);
        long actifs = lignes.stream().filter(l -> l.desactiveLe().isEmpty()).count();
        sousTitre(getTranslation("comptes.resume", actifs, lignes.size() - actifs));
        var choisi = choisi();
        grille.asSingleSelect().setValue(choisi.orElse(null));
        relit = false;
        montrer(choisi);
    }

    private Optional<Ligne> choisi() {
        return lignes.stream().filter(l -> l.identifiant().equals(ouvert)).findFirst();
    }

    private void choisir(@Nullable Ligne ligne) {
        if (relit) {
            return;
        }
        ouvert = ligne == null ? null : ligne.identifiant();
        taire();
        var adresse = ligne == null
                ? QueryParameters.empty()
                : QueryParameters.of(COMPTE, ligne.identifiant().valeur());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location("gestion/comptes", adresse));
        montrer(choisi());
    }

    private void montrer(Optional<Ligne> ligne) {
        cote.getChildren().filter(DetailDeCompte.class::isInstance).toList().forEach(cote::remove);
        cote.setClassName("ouvert", ligne.isPresent());
        secondaires.forEach(colonne -> colonne.setVisible(ligne.isEmpty()));
        ligne.ifPresent(
                l -> cote.add(new DetailDeCompte(l, l.identifiant().equals(agent.identifiant()), changement, this)));
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

    void fermerLesSessions(Ligne ligne) {
        int fermees = sessions.fermerToutes(ligne.identifiant());
        dire(
                Avis.Ton.REUSSITE,
                getTranslation("comptes.sessions-fermees", ligne.identifiant().valeur(), fermees));
    }

    void retirerLeTelephone(Ligne ligne) {
        String qui = ligne.identifiant().valeur();
        var question = new Confirmation(
                "comptes.retirer-telephone.question",
                "comptes.retirer-telephone",
                () -> dire(
                        Avis.Ton.INFORMATION,
                        getTranslation(
                                "comptes.telephone-retire." + reinitialisation.reinitialiser(ligne.identifiant()),
                                qui)));
        question.setText(getTranslation("comptes.retirer-telephone.suite"));
        question.open();
    }
}
