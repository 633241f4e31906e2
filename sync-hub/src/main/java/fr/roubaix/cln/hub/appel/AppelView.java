package fr.roubaix.cln.hub.appel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.Langue;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** The call for applications: prepared as a draft, opened, followed while it runs, closed. */
@Route("gestion/appel")
@Menu(title = "menu.appel", order = 20, icon = "calendar")
@RolesAllowed("SECRETARIAT")
class AppelView extends Page {

    private static final Demande RIEN = new Demande("", "", null, null, null, null, null, "");

    private final Appels appels;
    private final Annonces annonces;
    private final PreparationDAppel preparation;
    private final OuvertureDAppel ouverture;
    private final CorrectionDUnTexte correction;
    private final ProlongationDAppel prolongation;
    private final ClotureDAppel cloture;
    private final CompteDesFiches fiches;
    private final EcartsDeFiches ecarts;
    private final Clock clock;
    private final Section contenu = new Section();
    /** The language worked on: it stays in front once its text is published. */
    private Langue langueLue = Langue.FRANCAIS;

    AppelView(
            Appels appels,
            Annonces annonces,
            PreparationDAppel preparation,
            OuvertureDAppel ouverture,
            CorrectionDUnTexte correction,
            ProlongationDAppel prolongation,
            ClotureDAppel cloture,
            CompteDesFiches fiches,
            EcartsDeFiches ecarts,
            Clock clock) {
        super("appel.ecran");
        this.appels = appels;
        this.annonces = annonces;
        this.preparation = preparation;
        this.ouverture = ouverture;
        this.correction = correction;
        this.prolongation = prolongation;
        this.cloture = cloture;
        this.fiches = fiches;
        this.ecarts = ecarts;
        this.clock = clock;
        contenu.addClassName("appel-ecran");
        add(contenu);
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        var courant = appels.courant();
        courant.filter(appel -> !appel.clos()).ifPresentOrElse(this::montrerOuvert, () -> montrerPreparation(courant));
    }

    private void montrerOuvert(AppelSuivi appel) {
        sousTitre(appel.titre());
        var textes = new PanneauDesTextes(appel, annonces.pour(appel.id()), langueLue, (langue, texte) -> {
            var refus = correction.corriger(appel.id(), langue, texte);
            if (refus.isEmpty()) {
                langueLue = langue;
                reussir("appel.texte.publie");
            }
            return refus;
        });
        contenu.add(etat(appel), new Div(textes, prolonger(appel), clore(appel)));
    }

    /** Where a call stands, and its paper. */
    private Div etat(AppelSuivi appel) {
        return new Div(
                new FicheDAppel(appel, annonces.pour(appel.id()), clock.instant()),
                new PanneauDesFiches(appel, fiches, ecarts, () -> reussir("fiches.fait")));
    }

    private FormulaireDeProlongation prolonger(AppelSuivi appel) {
        return new FormulaireDeProlongation(appel, demande -> {
            var refus = prolongation.prolonger(appel.id(), demande);
            if (refus.isEmpty()) {
                reussir("appel.prolonge");
            }
            return refus;
        });
    }

    private FormulaireDeCloture clore(AppelSuivi appel) {
        return new FormulaireDeCloture(appel, clock.instant(), motif -> {
            var refus = cloture.clore(appel.id(), motif);
            if (refus.isEmpty()) {
                reussir("appel.clos");
            }
            return refus;
        });
    }

    private void montrerPreparation(Optional<AppelSuivi> precedent) {
        sousTitre(getTranslation(precedent.isPresent() ? "appel.clos.aide" : "appel.aucun"));
        precedent.ifPresent(appel -> contenu.add(
                etat(appel),
                new Avis(
                        Avis.Ton.INFORMATION,
                        getTranslation(
                                "appel.suivant",
                                FrenchDates.day(appel.appel().tirageLe().plusYears(2))))));
        var brouillon = preparation.courant();
        brouillon.ifPresent(garde -> contenu.add(new Avis(
                Avis.Ton.INFORMATION,
                getTranslation(
                        "appel.brouillon",
                        FrenchDates.instant(garde.le()),
                        garde.par().valeur()))));
        int version = brouillon.map(Brouillon::version).orElse(0);
        contenu.add(new FormulaireDePreparation(
                brouillon.map(Brouillon::demande).orElse(RIEN),
                brouillon.map(Brouillon::annonce).orElseGet(this::proposition),
                saisie -> {
                    var refus = preparation.enregistrer(saisie.demande(), saisie.annonce(), version);
                    if (refus.isEmpty()) {
                        reussir("appel.enregistre");
                    }
                    return refus;
                },
                this::ouvrir));
    }

    private List<Refus> ouvrir(FormulaireDePreparation.Saisie saisie) {
        return switch (ouverture.ouvrir(saisie.demande(), saisie.annonce())) {
            case OuvertureDAppel.Issue.Refuse(var refus) -> refus;
            case OuvertureDAppel.Issue.Ouvert _ -> {
                reussir("appel.ouvert");
                yield List.of();
            }
        };
    }

    /** A French text to begin with; staff change it as they like. */
    private Annonce proposition() {
        return new Annonce(
                Map.of(Langue.FRANCAIS, new Annonce.Texte("", getTranslation("appel.texte.propose"))), Map.of());
    }

    private void reussir(String cle) {
        montrer();
        dire(Avis.Ton.REUSSITE, getTranslation(cle));
    }
}
