package fr.roubaix.cln.hub.candidature;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.FiltreDeCandidatures.Etat;
import fr.roubaix.cln.hub.candidature.IndexDeLAppel.Ligne;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;

/** The applications of the current call: a list to search, a panel to decide on one, a button to accept many. */
@Route(CandidaturesView.ADRESSE)
@Menu(title = "menu.candidatures", order = 30, icon = "form")
@RolesAllowed("SECRETARIAT")
class CandidaturesView extends Page implements BeforeEnterObserver, DetailDeCandidature.Contexte {

    static final String ADRESSE = "gestion/candidatures";

    private final Optional<AppelId> appel;
    private final IndexDeLAppel index;
    private final DoublonsDeLAppel doublons;
    private final ExamenDesCandidatures examen;
    private final DecisionSurDoublon paires;
    private final ExportDesCandidatures export;
    private final LettresAuxPersonnes lettres;
    private final ListeMontree liste = new ListeMontree();
    private final GrilleDesCandidatures grille = new GrilleDesCandidatures(liste);
    private final FiltreDeCandidatures filtre = new FiltreDeCandidatures(this::filtrer);
    private final Button recevables = new Button();
    private final Div vide = new Div();
    private final Div cote = new Div(grille);
    private @Nullable ReceiptCode ouverte;
    private boolean enchainer;

    CandidaturesView(
            Appels appels,
            IndexDeLAppel index,
            DoublonsDeLAppel doublons,
            ExamenDesCandidatures examen,
            DecisionSurDoublon paires,
            ExportDesCandidatures export,
            LettresAuxPersonnes lettres) {
        super("menu.candidatures");
        this.appel = appels.courant().map(a -> a.id());
        this.index = index;
        this.doublons = doublons;
        this.examen = examen;
        this.paires = paires;
        this.export = export;
        this.lettres = lettres;
        recevables.addThemeVariants(ButtonVariant.PRIMARY);
        recevables.addClickListener(_ -> declarerLesChoisies());
        action(grille.colonnes());
        action(exporter());
        action(saisir());
        action(recevables);
        grille.addSelectionListener(_ -> nommerLeBouton());
        grille.alOuverture(ligne -> ouvrir(ligne.dossier().code(), true));
        grille.setPartNameGenerator(ligne -> ligne.dossier().code().equals(ouverte) ? "choisie" : null);
        cote.addClassName("md");
        vide.addClassName("vide");
        add(filtre, vide, cote);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filtre.lire(event.getLocation().getQueryParameters());
        relire();
    }

    private RouterLink saisir() {
        var lien = new RouterLink(SaisirUneFicheView.class);
        lien.add(new DrawnIcon("plus"), new Span(getTranslation("saisir.saisir")));
        lien.addClassName("btn");
        return lien;
    }

    private Anchor exporter() {
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = export.exporter(liste.montrees());
            return new DownloadResponse(
                    new java.io.ByteArrayInputStream(octets),
                    "candidatures-cln.csv",
                    "text/csv;charset=utf-8",
                    octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("candidatures.exporter")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", "candidatures-cln.csv");
        return lien;
    }

    private void relire() {
        liste.poser(
                appel.map(index::lignes).orElse(List.of()),
                appel.map(doublons::concernees).orElse(java.util.Set.of()));
        grille.deselectAll();
        montrer();
        nommerLeBouton();
        sousTitre(resume());
        if (ouverte != null) {
            ouvrir(ouverte, false);
        }
    }

    private String resume() {
        if (liste.toutes().isEmpty()) {
            return getTranslation(appel.isEmpty() ? "appel.aucun" : "candidatures.aucune");
        }
        return getTranslation(
                        "candidatures.resume",
                        liste.toutes().size(),
                        compte(Etat.RECEVABLE),
                        compte(Etat.A_EXAMINER),
                        compte(Etat.EN_ALERTE),
                        compte(Etat.IRRECEVABLE))
                + getTranslation(
                        "candidatures.resume-suite",
                        liste.doublons().size(),
                        compte(Etat.A_CONFIRMER),
                        compte(Etat.RETIREE));
    }

    private long compte(Etat etat) {
        return liste.toutes().stream()
                .filter(ligne -> etat.accepte(ligne, liste.doublons()))
                .count();
    }

    private void filtrer() {
        getUI().ifPresent(
                        ui -> ui.getPage().getHistory().replaceState(null, new Location(ADRESSE, filtre.parametres())));
        montrer();
    }

    private void montrer() {
        liste.filtrer(filtre.predicat(liste.doublons()));
        grille.relire();
        filtre.compter(liste.montrees().size(), liste.toutes().size());
        vide.removeAll();
        boolean rien = liste.montrees().isEmpty();
        vide.setVisible(rien);
        cote.setVisible(!rien || ouverte != null);
        if (rien) {
            boolean aucune = liste.toutes().isEmpty();
            vide.add(new Span(getTranslation(
                    appel.isEmpty() ? "appel.aucun" : aucune ? "candidatures.aucune" : "candidatures.filtre.rien")));
            if (!aucune) {
                vide.add(new Button(getTranslation("candidatures.filtre.effacer"), _ -> filtre.effacer()));
            }
        }
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
        var vus = grille.getSelectedItems().stream()
                .map(ligne -> ligne.dossier().vu())
                .toList();
        var bilan = examen.declarerRecevables(vus);
        relire();
        var phrase = new StringBuilder(getTranslation("candidatures.bilan", bilan.decidees()));
        bilan.refus()
                .forEach((refus, nombre) ->
                        phrase.append(' ').append(getTranslation("candidatures.bilan." + refus.name(), nombre)));
        dire(bilan.refus().isEmpty() ? Avis.Ton.REUSSITE : Avis.Ton.ATTENTION, phrase.toString());
    }

    private void ouvrir(ReceiptCode code, boolean prendreLaMain) {
        fermerLePanneau();
        liste.ligne(code).ifPresent(ligne -> {
            ouverte = code;
            cote.setVisible(true);
            cote.addClassName("ouvert");
            grille.serrer(true);
            var detail = new DetailDeCandidature(ligne, index.identite(code), examen, paires, this);
            cote.add(detail);
            if (prendreLaMain) {
                detail.focus();
            }
            grille.getDataProvider().refreshAll();
        });
    }

    private void fermerLePanneau() {
        ouverte = null;
        cote.removeClassName("ouvert");
        grille.serrer(false);
        cote.getChildren()
                .filter(DetailDeCandidature.class::isInstance)
                .toList()
                .forEach(cote::remove);
    }

    @Override
    public Anchor lettre(ReceiptCode code) {
        return new LienDeLettre(code, lettres);
    }

    @Override
    public void fermer() {
        fermerLePanneau();
        montrer();
        filtre.prendreLaMain();
    }

    /** Runs a decision, then shows what is true now, whoever decided. */
    @Override
    public void agir(Supplier<Optional<Refus>> decision, String reussite) {
        var code = ouverte;
        int place = code == null ? -1 : liste.place(code);
        Optional<Refus> refus = decision.get();
        relire();
        if (refus.isPresent()) {
            dire(
                    Avis.Ton.ERREUR,
                    getTranslation("candidature.refus." + refus.get().name()) + (code == null ? "" : cePasse(code)));
            reprendreLaMain(code);
            return;
        }
        String phrase = reussite;
        // The application just decided may have left the list: then the next one took its place.
        if (enchainer && code != null && place >= 0) {
            phrase += aller(liste.place(code) == place ? place + 1 : place)
                    ? ""
                    : " " + getTranslation("candidature.derniere");
        } else {
            reprendreLaMain(code);
        }
        dire(Avis.Ton.REUSSITE, phrase);
    }

    /** What somebody else did meanwhile. */
    private String cePasse(ReceiptCode code) {
        var histoire = examen.histoire(code);
        return histoire.isEmpty() ? "" : " " + Mots.decision(histoire.getLast(), this);
    }

    private void reprendreLaMain(@Nullable ReceiptCode code) {
        if (code != null) {
            ouvrir(code, true);
        }
    }

    @Override
    public Optional<Ligne> ligne(ReceiptCode code) {
        return liste.ligne(code);
    }

    @Override
    public String position(ReceiptCode code) {
        int place = liste.place(code);
        return place < 0
                ? getTranslation("candidature.hors-liste")
                : getTranslation(
                        "candidature.position", place + 1, liste.montrees().size());
    }

    @Override
    public void voisine(ReceiptCode code, int pas) {
        int place = liste.place(code);
        taire();
        if (!aller(place < 0 ? 0 : place + pas)) {
            dire(Avis.Ton.INFORMATION, getTranslation(pas < 0 ? "candidature.premiere" : "candidature.derniere"));
        }
    }

    /** Opens the application at this place of the list; false, and the same one stays, when there is none. */
    private boolean aller(int place) {
        if (place < 0 || place >= liste.montrees().size()) {
            reprendreLaMain(ouverte);
            return false;
        }
        ouvrir(liste.montrees().get(place).dossier().code(), true);
        grille.scrollToIndex(place);
        return true;
    }

    @Override
    public boolean enchainer() {
        return enchainer;
    }

    @Override
    public void enchainer(boolean oui) {
        enchainer = oui;
    }

    /** The words of the parity field, used by the column and the panel alike. */
    static String parite(Parite parite) {
        return "parite." + parite.name();
    }
}
