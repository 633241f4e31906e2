package fr.roubaix.cln.hub.register;

import java.io.ByteArrayInputStream;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** Every act, the newest first: to be searched, exported and verified. The address says what is shown. */
@Route("gestion/registre")
@Menu(title = "menu.registre", order = 80, icon = "list")
@RolesAllowed({"ADMIN", "DPO", "PRESIDENCE", "OBSERVATEUR"})
class RegistreView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ADRESSE = "gestion/registre";

    private final ConsultationDuRegistre consultation;
    private final VerificationDuRegistre verification;
    private final Grid<Ligne> grille = new Grid<>();
    private final FiltreDuRegistre filtre;
    private final PanneauDeVerification panneau;
    private final Div cote = new Div(grille);

    RegistreView(ConsultationDuRegistre consultation, VerificationDuRegistre verification, Registre registre) {
        this.consultation = consultation;
        this.verification = verification;
        this.filtre = new FiltreDuRegistre(consultation.auteurs(), this::filtrer);
        this.panneau = new PanneauDeVerification(registre, verification.derniere());
        addClassName("page");
        var entete = new Header(
                new Div(new H1(getTranslation("menu.registre")), new Paragraph(getTranslation("registre.aide"))),
                verifier(),
                exporter(),
                imprimer());
        entete.addClassName("page__head");
        colonnes();
        grille.addClassName("lignes");
        grille.setEmptyStateText(getTranslation("registre.aucune"));
        grille.setItems(
                question -> consultation.lignes(filtre.valeur(), question.getOffset(), question.getLimit()).stream(),
                question -> consultation.combien(filtre.valeur()));
        grille.addItemClickListener(clic -> ouvrir(clic.getItem()));
        cote.addClassName("md");
        add(entete, panneau, filtre, cote);
    }

    private void colonnes() {
        grille.addColumn(Ligne::numero)
                .setHeader(getTranslation("registre.numero"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(ligne -> FrenchDates.instant(ligne.le()))
                .setHeader(getTranslation("registre.instant"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(Ligne::auteur)
                .setHeader(getTranslation("registre.auteur"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(Ligne::titre)
                .setHeader(getTranslation("registre.acte"))
                .setFlexGrow(2);
        grille.addColumn(Ligne::objet)
                .setHeader(getTranslation("registre.objet"))
                .setFlexGrow(1);
        grille.addColumn(Ligne::motif)
                .setHeader(getTranslation("registre.motif"))
                .setFlexGrow(2);
    }

    private Button verifier() {
        var bouton = new Button(
                getTranslation("registre.verifier"),
                new DrawnIcon("check-circle"),
                _ -> panneau.montrer(verification.verifier()));
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        bouton.setDisableOnClick(true);
        bouton.addClickListener(_ -> bouton.setEnabled(true));
        return bouton;
    }

    private Anchor exporter() {
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = consultation.exporter(filtre.valeur());
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), "registre-cln.csv", "text/csv;charset=utf-8", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("registre.exporter")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", "registre-cln.csv");
        return lien;
    }

    private Anchor imprimer() {
        var lien = new Anchor(EtatController.ADRESSE, "");
        lien.add(new DrawnIcon("printer"), new Span(getTranslation("registre.imprimer")));
        lien.addClassName("btn");
        lien.setRouterIgnore(true);
        lien.setTarget(AnchorTarget.BLANK);
        return lien;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filtre.lire(event.getLocation().getQueryParameters());
        grille.getDataProvider().refreshAll();
        compter();
    }

    private void filtrer() {
        getUI().ifPresent(
                        ui -> ui.getPage().getHistory().replaceState(null, new Location(ADRESSE, filtre.parametres())));
        fermer();
        grille.getDataProvider().refreshAll();
        compter();
    }

    private void compter() {
        filtre.compter(consultation.combien(filtre.valeur()));
    }

    private void ouvrir(Ligne ligne) {
        fermer();
        cote.addClassName("ouvert");
        cote.add(new DetailDeLigne(ligne, this::fermer));
    }

    private void fermer() {
        cote.removeClassName("ouvert");
        cote.getChildren().filter(DetailDeLigne.class::isInstance).toList().forEach(cote::remove);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("enseigne.titre", getTranslation("menu.registre"));
    }
}
