package fr.roubaix.cln.hub.affichage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Refus;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Suivi;
import fr.roubaix.cln.web.FrenchDates;

/** One place: since when the procès-verbal is posted there, what was corrected, and a form for who may. */
final class PanneauDAffichage extends Section {

    private final Suivi suivi;
    private final LieuDAffichage lieu;
    private final InscriptionDesDates inscription;
    private final Consumer<Optional<Refus>> fait;
    private final ChampsDeDate champs;

    PanneauDAffichage(
            Suivi suivi,
            LieuDAffichage lieu,
            InscriptionDesDates inscription,
            boolean inscrit,
            Consumer<Optional<Refus>> fait) {
        this.suivi = suivi;
        this.lieu = lieu;
        this.inscription = inscription;
        this.fait = fait;
        this.champs = new ChampsDeDate(
                getTranslation("affichage.affiche-le"), getTranslation("affichage.affiche-le.ou", lieu.nom()), suivi);
        addClassName("panel");
        var dates = suivi.dates();
        add(
                new H3(lieu.nom()),
                new Paragraph(dates.affiche(lieu)
                        .map(jour -> getTranslation("affichage.affiche", FrenchDates.day(jour)))
                        .orElseGet(() -> getTranslation("affichage.pas-affiche"))),
                new HistoireDUneDate<>(dates.affichages(lieu), FrenchDates::day));
        if (inscrit) {
            add(dates.affichages(lieu).isEmpty() ? premiere() : correction());
        }
    }

    private Div premiere() {
        var inscrire = new Button(getTranslation("affichage.inscrire"), _ -> inscrire());
        inscrire.setAriaLabel(getTranslation("affichage.inscrire.ou", lieu.nom()));
        var formulaire = new Div(champs.jour(), inscrire);
        formulaire.addClassName("en-ligne");
        return formulaire;
    }

    private Details correction() {
        suivi.dates().affiche(lieu).ifPresent(champs.jour()::setValue);
        var corriger = new Button(getTranslation("affichage.corriger"), _ -> inscrire());
        corriger.setAriaLabel(getTranslation("affichage.corriger.ou", lieu.nom()));
        var boutons = new Div(corriger);
        if (suivi.dates().affiche(lieu).isPresent()) {
            var retirer = new Button(
                    getTranslation("affichage.retirer"),
                    _ -> suite(inscription.retirerLAffichage(
                            suivi.procesVerbal().id(),
                            lieu,
                            vu(),
                            champs.motif().getValue())));
            retirer.setAriaLabel(getTranslation("affichage.retirer.ou", lieu.nom()));
            retirer.addThemeVariants(ButtonVariant.TERTIARY);
            boutons.add(retirer);
        }
        boutons.addClassName("actions");
        var formulaire = new Div(champs.jour(), champs.motif(), boutons);
        formulaire.addClassName("formulaire");
        return new Details(getTranslation("affichage.changer"), formulaire);
    }

    private void inscrire() {
        suite(inscription.afficher(
                suivi.procesVerbal().id(),
                lieu,
                vu(),
                champs.jour().getValue(),
                champs.motif().getValue()));
    }

    private int vu() {
        return suivi.dates().affichages(lieu).size();
    }

    private void suite(Optional<Refus> refus) {
        champs.dire(refus, List.<HasValidation>of(), fait);
    }
}
