package fr.roubaix.cln.hub.candidature;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;

/** The applications of the current call: a list to search, a panel to decide on one, a button to accept many. */
@Route("gestion/candidatures")
@Menu(title = "menu.candidatures", order = 30, icon = "form")
@RolesAllowed("SECRETARIAT")
class CandidaturesView extends Page {

    private final Optional<AppelId> appel;
    private final IndexDeLAppel index;
    private final ExamenDesCandidatures examen;
    private final Grid<IndexDeLAppel.Ligne> grille = new Grid<>();
    private final FiltreDeCandidatures filtre = new FiltreDeCandidatures(this::filtrer);
    private final Grid.Column<IndexDeLAppel.Ligne> deposees;
    private final Grid.Column<IndexDeLAppel.Ligne> origines;
    private final Button recevables = new Button();
    private final Div cote = new Div(grille);
    private List<IndexDeLAppel.Ligne> lignes = List.of();
    private @Nullable ReceiptCode ouverte;

    CandidaturesView(Appels appels, IndexDeLAppel index, ExamenDesCandidatures examen) {
        super("menu.candidatures");
        this.appel = appels.courant().map(a -> a.id());
        this.index = index;
        this.examen = examen;
        recevables.addThemeVariants(ButtonVariant.PRIMARY);
        recevables.addClickListener(_ -> declarerLesChoisies());
        action(recevables);
        colonnes();
        deposees = deposees();
        origines = origines();
        recevabilite();
        grille.addClassName("lignes");
        grille.setSelectionMode(Grid.SelectionMode.MULTI);
        grille.addSelectionListener(_ -> nommerLeBouton());
        grille.addItemClickListener(clic -> ouvrir(clic.getItem().dossier().code()));
        grille.setPartNameGenerator(ligne -> ligne.dossier().code().equals(ouverte) ? "choisie" : null);
        grille.setEmptyStateText(getTranslation(appel.isEmpty() ? "appel.aucun" : "candidatures.aucune"));
        cote.addClassName("md");
        add(filtre, cote);
        relire();
    }

    /** Where and when can be read in the panel; while it is open, names need the room more. */
    private void serrer(boolean serre) {
        deposees.setVisible(!serre);
        origines.setVisible(!serre);
    }

    private void colonnes() {
        grille.addColumn(ligne -> ligne.dossier().code().affiche())
                .setHeader(getTranslation("candidatures.numero"))
                .setWidth("148px")
                .setFlexGrow(0)
                .setSortable(true);
        grille.addColumn(this::nom)
                .setHeader(getTranslation("candidatures.nom"))
                .setFlexGrow(2)
                .setComparator(Comparator.comparing(IndexDeLAppel.Ligne::cle));
        grille.addColumn(new ComponentRenderer<>(CandidaturesView::secteur))
                .setHeader(getTranslation("candidatures.secteur"))
                .setWidth("124px")
                .setFlexGrow(0)
                .setComparator(
                        Comparator.comparing(ligne -> ligne.dossier().secteur().nom()));
        grille.addColumn(ligne -> getTranslation(
                        "parite.court." + ligne.dossier().parite().name()))
                .setHeader(getTranslation("candidatures.sexe"))
                .setWidth("96px")
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(ligne -> ligne.dossier().parite()));
        grille.addColumn(ligne -> Mots.age(ligne.dossier(), this))
                .setHeader(getTranslation("candidatures.age"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setSortable(true);
    }

    private String nom(IndexDeLAppel.Ligne ligne) {
        return ligne.dossier().effacee()
                ? getTranslation("candidatures.effacee")
                : ligne.limitee()
                        ? getTranslation("candidatures.limitee")
                        : ligne.illisible() ? getTranslation("candidatures.illisible") : ligne.nom();
    }

    private Grid.Column<IndexDeLAppel.Ligne> deposees() {
        return grille.addColumn(ligne -> Mots.jour(ligne.dossier().deposeeLe()))
                .setHeader(getTranslation("candidatures.deposee"))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setComparator(Comparator.comparing(ligne -> ligne.dossier().deposeeLe()));
    }

    private Grid.Column<IndexDeLAppel.Ligne> origines() {
        return grille.addColumn(ligne -> getTranslation(
                        "candidatures.origine.mairie", ligne.dossier().mairie().nom()))
                .setHeader(getTranslation("candidatures.origine"))
                .setAutoWidth(true)
                .setSortable(true);
    }

    private void recevabilite() {
        grille.addColumn(new ComponentRenderer<>(ligne -> Mots.etat(ligne.dossier(), this)))
                .setHeader(getTranslation("candidatures.recevabilite"))
                .setAutoWidth(true)
                .setComparator(Comparator.comparing(ligne -> ordre(ligne.dossier())));
    }

    private static Span secteur(IndexDeLAppel.Ligne ligne) {
        var secteur = ligne.dossier().secteur();
        var cellule = new Span(DrawnIcon.of(secteur), new Span(secteur.nom()));
        cellule.addClassName("avec-secteur");
        return cellule;
    }

    /** Alerts first, then what waits, then what is decided. */
    private static int ordre(Dossier dossier) {
        return switch (dossier.statut()) {
            case Statut.AExaminer _ -> dossier.alertes().isEmpty() ? 1 : 0;
            case Statut.Irrecevable _ -> 2;
            case Statut.Recevable _ -> 3;
        };
    }

    private void relire() {
        lignes = appel.map(index::lignes).orElse(List.of());
        grille.deselectAll();
        filtrer();
        nommerLeBouton();
        sousTitre(resume());
        if (ouverte != null) {
            ouvrir(ouverte);
        }
    }

    private String resume() {
        if (lignes.isEmpty()) {
            return getTranslation(appel.isEmpty() ? "appel.aucun" : "candidatures.aucune");
        }
        Map<FiltreDeCandidatures.Etat, Long> comptes = java.util.Arrays.stream(FiltreDeCandidatures.Etat.values())
                .collect(Collectors.toMap(
                        e -> e,
                        e -> lignes.stream()
                                .filter(ligne -> e.accepte(ligne.dossier()))
                                .count()));
        return getTranslation(
                "candidatures.resume",
                lignes.size(),
                comptes.get(FiltreDeCandidatures.Etat.RECEVABLE),
                comptes.get(FiltreDeCandidatures.Etat.A_EXAMINER),
                comptes.get(FiltreDeCandidatures.Etat.EN_ALERTE),
                comptes.get(FiltreDeCandidatures.Etat.IRRECEVABLE));
    }

    private void filtrer() {
        List<IndexDeLAppel.Ligne> montrees =
                lignes.stream().filter(filtre.predicat()).toList();
        grille.setItems(montrees);
        filtre.compter(montrees.size(), lignes.size());
    }

    private void nommerLeBouton() {
        int choisies = grille.getSelectedItems().size();
        recevables.setText(
                choisies == 0
                        ? getTranslation("candidatures.choisissez")
                        : getTranslation("candidatures.declarer-recevables", choisies));
        recevables.setEnabled(choisies > 0);
    }

    private void declarerLesChoisies() {
        var codes = grille.getSelectedItems().stream()
                .map(ligne -> ligne.dossier().code())
                .toList();
        var bilan = examen.declarerRecevables(codes);
        relire();
        var phrase = new StringBuilder(getTranslation("candidatures.bilan", bilan.decidees()));
        bilan.refus()
                .forEach((refus, nombre) ->
                        phrase.append(' ').append(getTranslation("candidatures.bilan." + refus.name(), nombre)));
        dire(bilan.refus().isEmpty() ? Avis.Ton.REUSSITE : Avis.Ton.ATTENTION, phrase.toString());
    }

    private void ouvrir(ReceiptCode code) {
        fermer();
        lignes.stream()
                .map(IndexDeLAppel.Ligne::dossier)
                .filter(dossier -> dossier.code().equals(code))
                .findFirst()
                .ifPresent(dossier -> {
                    ouverte = code;
                    cote.addClassName("ouvert");
                    serrer(true);
                    cote.add(new DetailDeCandidature(dossier, index.identite(code), examen, this::agir, this::fermer));
                    grille.getDataProvider().refreshAll();
                });
    }

    private void fermer() {
        ouverte = null;
        cote.removeClassName("ouvert");
        serrer(false);
        cote.getChildren()
                .filter(DetailDeCandidature.class::isInstance)
                .toList()
                .forEach(cote::remove);
        grille.getDataProvider().refreshAll();
    }

    /** Runs a decision, then shows what is true now, whoever decided. */
    private void agir(Supplier<Optional<Refus>> decision, String reussite) {
        Optional<Refus> refus = decision.get();
        relire();
        if (refus.isEmpty()) {
            dire(Avis.Ton.REUSSITE, reussite);
        } else {
            dire(
                    Avis.Ton.ERREUR,
                    getTranslation("candidature.refus." + refus.get().name()));
        }
    }

    /** The words of the parity field, used by the column and the panel alike. */
    static String parite(Parite parite) {
        return "parite." + parite.name();
    }
}
