package fr.roubaix.cln.hub.candidature;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.data.renderer.ComponentRenderer;

import fr.roubaix.cln.hub.candidature.IndexDeLAppel.Ligne;
import fr.roubaix.cln.hub.candidature.ListeMontree.Tri;
import fr.roubaix.cln.web.DrawnIcon;

/** The list itself, given to the browser page by page; which columns are shown is kept by the browser. */
final class GrilleDesCandidatures extends Grid<Ligne> {

    private static final String MEMOIRE = "cln.candidatures.colonnes";

    /** What can be hidden. A line without a name or a number could not be told from another. */
    private static final Set<Tri> CHOISIES = Set.of(Tri.SECTEUR, Tri.SEXE, Tri.AGE, Tri.DEPOSEE, Tri.ORIGINE);

    /** While the panel is open names need the room more. */
    private static final Set<Tri> CEDEES = Set.of(Tri.DEPOSEE, Tri.ORIGINE, Tri.SEXE);

    private final Map<Tri, Grid.Column<Ligne>> colonnes = new EnumMap<>(Tri.class);
    private final Map<Tri, MenuItem> choix = new EnumMap<>(Tri.class);
    private Optional<Ligne> sousLeClavier = Optional.empty();
    private boolean serree;

    GrilleDesCandidatures(ListeMontree liste) {
        addClassName("lignes");
        getElement().setAttribute("aria-label", getTranslation("menu.candidatures"));
        setPageSize(50);
        var modele = (GridMultiSelectionModel<Ligne>) setSelectionMode(SelectionMode.MULTI);
        modele.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        colonne(Tri.CODE, addColumn(ligne -> ligne.dossier().code().affiche()), "candidatures.numero", "136px");
        colonne(Tri.NOM, addColumn(this::nom), "candidatures.nom", "190px").setFlexGrow(2);
        colonne(Tri.SECTEUR, addColumn(new ComponentRenderer<>(this::secteur)), "candidatures.secteur", "136px");
        colonne(
                Tri.SEXE,
                addColumn(ligne -> getTranslation(
                        "parite.court." + ligne.dossier().parite().name())),
                "candidatures.sexe",
                "88px");
        colonne(Tri.AGE, addColumn(ligne -> Mots.age(ligne.dossier(), this)), "candidatures.age", "96px");
        colonne(
                Tri.DEPOSEE,
                addColumn(ligne -> Mots.jour(ligne.dossier().deposeeLe())),
                "candidatures.deposee",
                "118px");
        colonne(Tri.ORIGINE, addColumn(ligne -> Mots.origine(ligne.dossier(), this)), "candidatures.origine", "150px")
                .setFlexGrow(1);
        colonne(
                        Tri.ETAT,
                        addColumn(new ComponentRenderer<>(
                                ligne -> Mots.etat(ligne.dossier(), liste.doublon(ligne.dossier()), this))),
                        "candidatures.recevabilite",
                        "186px")
                .setFrozenToEnd(true);
        setItems(liste::page, _ -> liste.montrees().size());
    }

    private Grid.Column<Ligne> colonne(Tri tri, Grid.Column<Ligne> colonne, String titre, String largeur) {
        colonnes.put(tri, colonne);
        return colonne.setKey(tri.name())
                .setHeader(getTranslation(titre))
                .setWidth(largeur)
                .setFlexGrow(0)
                .setSortProperty(tri.name());
    }

    /** What happens to the line clicked, or to the one under the keyboard when « Entrée » is pressed. */
    void alOuverture(Consumer<Ligne> suite) {
        addItemClickListener(clic -> suite.accept(clic.getItem()));
        addCellFocusListener(cellule -> sousLeClavier = cellule.getItem());
        Shortcuts.addShortcutListener(this, () -> sousLeClavier.ifPresent(suite), Key.ENTER)
                .listenOn(this)
                .setBrowserDefaultAllowed(true);
    }

    private String nom(Ligne ligne) {
        return ligne.dossier().effacee()
                ? getTranslation("candidatures.effacee")
                : ligne.limitee()
                        ? getTranslation("candidatures.limitee")
                        : ligne.illisible() ? getTranslation("candidatures.illisible") : ligne.nom();
    }

    /** The sector; with a sign, said too, while nobody has verified it. */
    private Span secteur(Ligne ligne) {
        var secteur = ligne.dossier().secteur();
        var cellule = new Span(DrawnIcon.of(secteur), new Span(secteur.nom()));
        cellule.addClassName("avec-secteur");
        if (ligne.dossier().secteurAVerifier()) {
            var dit = new Span(getTranslation("candidatures.secteur.a-verifier"));
            dit.addClassName("vh");
            cellule.add(new DrawnIcon("alert"), dit);
            cellule.addClassName("avec-secteur--a-verifier");
            cellule.setTitle(getTranslation("alerte.SECTEUR_A_VERIFIER"));
        }
        return cellule;
    }

    /** The menu in which columns are chosen. */
    MenuBar colonnes() {
        var barre = new MenuBar();
        barre.getElement().setAttribute("aria-label", getTranslation("candidatures.colonnes"));
        var racine = barre.addItem(getTranslation("candidatures.colonnes"));
        for (Tri tri : Tri.values()) {
            if (CHOISIES.contains(tri)) {
                var ligne = racine.getSubMenu().addItem(getTranslation("candidatures." + cle(tri)), _ -> retenir());
                ligne.setCheckable(true);
                ligne.setChecked(true);
                ligne.setKeepOpen(true);
                choix.put(tri, ligne);
            }
        }
        return barre;
    }

    private static String cle(Tri tri) {
        return tri.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void retenir() {
        montrerLesColonnes();
        WebStorage.setItem(
                MEMOIRE,
                choix.entrySet().stream()
                        .filter(un -> un.getValue().isChecked())
                        .map(un -> un.getKey().name())
                        .collect(Collectors.joining(",")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        WebStorage.getItem(MEMOIRE, valeur -> {
            if (valeur != null) {
                var gardees = Arrays.asList(valeur.split(",", -1));
                choix.forEach((tri, ligne) -> ligne.setChecked(gardees.contains(tri.name())));
                montrerLesColonnes();
            }
        });
    }

    void serrer(boolean oui) {
        serree = oui;
        // Whoever scrolls sideways keeps the state in sight; beside the panel, which says it, the name comes first.
        Objects.requireNonNull(colonnes.get(Tri.ETAT)).setFrozenToEnd(!oui);
        montrerLesColonnes();
    }

    private void montrerLesColonnes() {
        colonnes.forEach((tri, colonne) -> {
            var ligne = choix.get(tri);
            colonne.setVisible((ligne == null || ligne.isChecked()) && !(serree && CEDEES.contains(tri)));
        });
    }

    void relire() {
        getDataProvider().refreshAll();
    }
}
