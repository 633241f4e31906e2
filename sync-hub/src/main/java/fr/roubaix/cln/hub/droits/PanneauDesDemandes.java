package fr.roubaix.cln.hub.droits;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.droits.Demande.Prolongation;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.web.FrenchDates;

/** The requests with their clocks, and what one does with each. */
final class PanneauDesDemandes extends Section {

    private static final List<String> COLONNES = List.of("droit", "personne", "recue", "echeance", "suite");
    private static final int BIENTOT = 7;

    private final SuiviDesDemandes suivi;
    private final Clock clock;
    private final DroitsView vue;
    private final Div liste = new Div();

    PanneauDesDemandes(SuiviDesDemandes suivi, Clock clock, DroitsView vue) {
        this.suivi = suivi;
        this.clock = clock;
        this.vue = vue;
        addClassName("panel");
        liste.addClassName("agents");
        add(new H2(getTranslation("demandes.titre")), liste);
        relire();
    }

    void relire() {
        liste.removeAll();
        var demandes = suivi.toutes();
        if (demandes.isEmpty()) {
            liste.add(new Paragraph(getTranslation("demandes.aucune")));
            return;
        }
        var entetes = Balise.de("tr");
        COLONNES.forEach(colonne -> entetes.add(
                Balise.de("th", getTranslation("demandes." + colonne)).attribut("scope", "col")));
        var lignes = Balise.de("tbody");
        demandes.forEach(demande -> lignes.add(ligne(demande)));
        liste.add(Balise.de("table", Balise.de("thead", entetes), lignes).classe("table"));
    }

    private Balise ligne(Demande demande) {
        return Balise.de(
                "tr",
                Balise.de("td", Balise.de("b", demande.droit().titre())),
                Balise.de(
                        "td",
                        demande.candidature().map(ReceiptCode::affiche).orElse(getTranslation("demandes.sans-numero"))),
                Balise.de(
                        "td",
                        getTranslation(
                                "demandes.recue-le",
                                FrenchDates.day(demande.recueLe()),
                                demande.canal().titre())),
                Balise.de("td", echeance(demande)),
                Balise.de("td", demande.suite().map(this::suite).orElseGet(() -> actes(demande))));
    }

    /** The clock: a word beside the date, never a colour alone. */
    private Component echeance(Demande demande) {
        String jour = FrenchDates.day(demande.echeance());
        if (demande.suite().isPresent()) {
            return Balise.de("span", jour);
        }
        long reste = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX), demande.echeance());
        var ton = reste < 0 ? Etiquette.Ton.ARRET : reste <= BIENTOT ? Etiquette.Ton.ATTENTION : Etiquette.Ton.ATTENTE;
        String mot = reste < 0 ? getTranslation("demandes.retard", -reste) : getTranslation("demandes.reste", reste);
        var cellule = new Div(Balise.de("span", jour), new Etiquette(ton, mot));
        cellule.addClassName("echeance");
        demande.prolongation()
                .ifPresent(motif -> cellule.add(Balise.de("span", getTranslation("demandes.prolongee", motif.titre()))
                        .classe("muted", "small")));
        return cellule;
    }

    private Component suite(Demande.Suite suite) {
        return Balise.de(
                "span",
                getTranslation(
                        "demandes.repondue",
                        suite.reponse().titre(),
                        FrenchDates.instant(suite.le()),
                        suite.par().valeur()));
    }

    private Component actes(Demande demande) {
        var reponse = new Select<Reponse>();
        reponse.setItems(Reponse.values());
        reponse.setItemLabelGenerator(Reponse::titre);
        reponse.setPlaceholder(getTranslation("demandes.reponse"));
        reponse.setAriaLabel(getTranslation("demandes.reponse"));
        reponse.setManualValidation(true);
        var repondre = new Button(getTranslation("demandes.repondre"), _ -> {
            Reponse choisie = reponse.getValue();
            reponse.setErrorMessage(getTranslation("demandes.reponse.manquante"));
            reponse.setInvalid(choisie == null);
            if (choisie != null) {
                conclure(suivi.repondre(demande.numero(), choisie), "demandes.repondue-fait");
            }
        });
        repondre.addThemeVariants(ButtonVariant.SMALL);
        var actes = new Div(reponse, repondre);
        actes.addClassName("actions");
        if (demande.prolongation().isEmpty()) {
            for (Prolongation motif : Prolongation.values()) {
                var bouton = new Button(
                        getTranslation("demandes.prolonger." + motif.name()),
                        _ -> conclure(suivi.prolonger(demande.numero(), motif), "demandes.prolongee-fait"));
                bouton.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
                actes.add(bouton);
            }
        }
        return actes;
    }

    private void conclure(Optional<SuiviDesDemandes.Refus> refus, String fait) {
        relire();
        vue.repondu(refus.map(r -> "demandes.refus." + r.name()).orElse(fait), refus.isEmpty());
    }
}
