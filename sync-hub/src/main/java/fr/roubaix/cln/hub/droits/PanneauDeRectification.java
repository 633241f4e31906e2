package fr.roubaix.cln.hub.droits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.BesoinDuTirage.Besoin;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers.ARectifier;
import fr.roubaix.cln.hub.candidature.RectificationDesDossiers.Refus;
import fr.roubaix.cln.hub.droits.Demande.Reponse;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.web.FrenchDates;

/** A request for rectification: opened once the identity of whoever asks is verified, written and answered in one act. */
final class PanneauDeRectification extends Section {

    private static final List<Reponse> REPONSES = List.of(Reponse.FAITE, Reponse.EN_PARTIE);

    private final ReceiptCode code;
    private final RectificationDUnePersonne rectification;
    private final Supplier<Optional<Verification>> verifiee;
    private final BiConsumer<String, Boolean> fin;
    private final LocalDate aujourdhui;
    private final Select<Demande> demande = new Select<>();
    private final Select<MotifDeRectification> motif = new Select<>();
    private final Select<Reponse> reponse = new Select<>();
    private final Div place = new Div();

    /**
     * @param verifiee how the identity was verified; says at its field that it must be, when it was not
     * @param fin shows a sentence, by its key, and whether the act was done
     */
    PanneauDeRectification(
            ReceiptCode code,
            RectificationDUnePersonne rectification,
            List<Demande> demandes,
            Supplier<Optional<Verification>> verifiee,
            BiConsumer<String, Boolean> fin,
            LocalDate aujourdhui) {
        this.code = code;
        this.rectification = rectification;
        this.verifiee = verifiee;
        this.fin = fin;
        this.aujourdhui = aujourdhui;
        addClassNames("panel", "panel--large");
        place.addClassName("formulaire");
        place.add(new Button(getTranslation("rectifier.ouvrir"), _ -> ouvrir()));
        add(new H2(getTranslation("rectifier.titre")), new Paragraph(getTranslation("rectifier.aide")), place);
        choix(demande, "rectifier.demande", demandes);
        demande.setItemLabelGenerator(une -> getTranslation(
                "rectifier.demande.valeur",
                Long.toString(une.numero()),
                FrenchDates.day(une.recueLe()),
                FrenchDates.day(une.echeance())));
        demande.setValue(demandes.getFirst());
        choix(motif, "rectifier.motif", List.of(MotifDeRectification.values()));
        motif.setItemLabelGenerator(MotifDeRectification::titre);
        choix(reponse, "rectifier.reponse", REPONSES);
        reponse.setItemLabelGenerator(Reponse::titre);
        reponse.setValue(Reponse.FAITE);
    }

    private <T> void choix(Select<T> select, String cle, List<T> valeurs) {
        select.setLabel(getTranslation(cle));
        select.setItems(valeurs);
        select.setManualValidation(true);
        select.setWidthFull();
    }

    private void ouvrir() {
        if (verifiee.get().isEmpty()) {
            return;
        }
        var avant = rectification.ouvrir(code);
        if (avant.isEmpty()) {
            fin.accept("rectifier.refus.CHANGEE_ENTRE_TEMPS", false);
            return;
        }
        var formulaire = new FormulaireDeRectification(avant.get(), aujourdhui);
        var ecrire = new Button(getTranslation("rectifier.ecrire"), _ -> ecrire(avant.get(), formulaire));
        ecrire.addThemeVariants(ButtonVariant.PRIMARY);
        var suite = new Div(demande, motif, reponse, ecrire);
        suite.addClassName("formulaire");
        removeAll();
        add(new H2(getTranslation("rectifier.titre")));
        avant.get().arretee().ifPresent(besoin -> add(new Avis(Avis.Ton.ATTENTION, arretee(besoin))));
        add(formulaire, suite);
    }

    /** What can still be corrected once the list is frozen, what cannot, and what to do about it. */
    private String arretee(Besoin besoin) {
        return getTranslation("rectifier.arretee") + " "
                + getTranslation(
                        besoin instanceof Besoin.ArretAnnulable
                                ? "rectifier.arretee.annulable"
                                : "rectifier.arretee.definitive");
    }

    private void ecrire(ARectifier avant, FormulaireDeRectification formulaire) {
        var fiche = formulaire.lire();
        MotifDeRectification choisi = motif.getValue();
        motif.setErrorMessage(getTranslation("rectifier.motif.manquant"));
        motif.setInvalid(choisi == null);
        Optional<Verification> moyen = verifiee.get();
        if (fiche.isPresent() && choisi != null && moyen.isPresent()) {
            ecrire(
                    avant,
                    fiche.get(),
                    formulaire,
                    new RectificationDUnePersonne.Suite(
                            demande.getValue().numero(), choisi, moyen.get(), reponse.getValue()));
        }
    }

    private void ecrire(
            ARectifier avant,
            FicheDeCandidature fiche,
            FormulaireDeRectification formulaire,
            RectificationDUnePersonne.Suite suite) {
        long changement = avant.dossier().changement();
        switch (rectification.rectifier(code, changement, fiche, suite)) {
            case RectificationDUnePersonne.Issue.Faite(var quoi) ->
                fin.accept(
                        quoi.aRedecider()
                                ? "rectifier.faite.a-redecider"
                                : quoi.doublonsRouverts() > 0 ? "rectifier.faite.doublons" : "rectifier.faite",
                        true);
            case RectificationDUnePersonne.Issue.SansDemande _ -> fin.accept("rectifier.refus.SANS_DEMANDE", false);
            case RectificationDUnePersonne.Issue.Refusee(var refus) -> refuser(refus, formulaire);
        }
    }

    private void refuser(Refus refus, FormulaireDeRectification formulaire) {
        if (refus == Refus.SECTEUR_D_APRES_LA_BASE) {
            formulaire.refuserLeSecteur();
        } else if (refus == Refus.RIEN_DE_CHANGE) {
            motif.setErrorMessage(getTranslation("rectifier.refus.RIEN_DE_CHANGE"));
            motif.setInvalid(true);
        } else {
            fin.accept("rectifier.refus." + refus.name(), false);
        }
    }
}
