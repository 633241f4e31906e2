package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.kiosk.agent.RetraitAuGuichet.Issue;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.Preuve;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.ChampsDeNaissance;
import fr.roubaix.cln.web.saisie.Poste;
import fr.roubaix.cln.web.saisie.Question;

/**
 * Takes an application back, with the person before the agent. Who holds the receipt needs nothing more; whoever only tells a
 * number shows who they are, and the hub compares: a number alone is public. What is copied here is sealed at once.
 */
final class EcranDeRetrait extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final RetraitAuGuichet retraits;
    private final Papiers papiers;
    private final EnvelopeId id;
    private final ReceiptCode code;
    private final TextField nom = new TextField();
    private final ChampsDeNaissance naissance;
    private @Nullable EtatDuPapier papier;

    /** @param scanne the receipt itself was scanned, and is genuine */
    EcranDeRetrait(
            VisiteDAgent visite,
            RetraitAuGuichet retraits,
            Papiers papiers,
            Supplier<LocalDate> aujourdhui,
            EnvelopeId id,
            ReceiptCode code,
            boolean scanne) {
        this.visite = visite;
        this.retraits = retraits;
        this.papiers = papiers;
        this.id = id;
        this.code = code;
        this.naissance = new ChampsDeNaissance(Poste.PARTAGE, aujourdhui);
        addClassName("agent__ecran");
        nom.setLabel(getTranslation("agent.retrait.nom"));
        nom.setHelperText(getTranslation("agent.retrait.nom.aide"));
        nom.setManualValidation(true);
        nom.setAutocomplete(Autocomplete.OFF);
        nom.addValueChangeListener(_ -> nom.setInvalid(false));
        nom.addClassName("saisie__champ");
        if (scanne) {
            confirmer(new Preuve.RecuScanne());
        } else {
            demanderLIdentite();
        }
    }

    @Override
    public void regarder() {
        if (papier != null) {
            papier.regarder();
        }
    }

    private void demanderLIdentite() {
        var phrase = new Paragraph(getTranslation("agent.retrait.identite.phrase"));
        phrase.addClassName("lead");
        var continuer = new Button(
                getTranslation("agent.retrait.continuer"), new DrawnIcon("arrow"), _ -> visite.sousSession(this::lire));
        continuer.addThemeVariants(ButtonVariant.PRIMARY);
        continuer.setIconAfterText(true);
        remplacer(
                new Question(getTranslation("agent.retrait.identite.titre")),
                phrase,
                nom,
                naissance,
                Ecran.pouce(retour(), continuer));
    }

    private Button retour() {
        return new Button(getTranslation("agent.retour"), _ -> visite.recu());
    }

    private void lire() {
        Optional<Nom> leNom = switch (Nom.lire(nom.getValue())) {
            case Saisie.Lue<Nom>(var lu) -> Optional.of(lu);
            case Saisie.Refusee<Nom>(var motif) -> {
                nom.setErrorMessage(getTranslation("saisie.nom.erreur." + motif.name()));
                nom.setInvalid(true);
                yield Optional.empty();
            }
        };
        var laNaissance = naissance.lire();
        if (leNom.isEmpty()) {
            nom.focus();
        } else {
            laNaissance.ifPresent(date -> confirmer(new Preuve.IdentiteVue(leNom.get(), date)));
        }
    }

    private void confirmer(Preuve preuve, Component... annonces) {
        var phrase = new Paragraph(getTranslation("agent.retrait.phrase", code.affiche()));
        phrase.addClassName("lead");
        var comment = switch (preuve) {
            case Preuve.RecuScanne _ -> getTranslation("agent.retrait.preuve.recu");
            case Preuve.IdentiteVue(var vu, var date) ->
                getTranslation("agent.retrait.preuve.identite", vu.valeur(), FrenchDates.day(date.jour()));
        };
        var retirer = new Button(
                getTranslation("agent.retrait.retirer"),
                new DrawnIcon("hand"),
                _ -> visite.sousSession(() -> retirer(preuve)));
        retirer.addThemeVariants(ButtonVariant.PRIMARY);
        retirer.setDisableOnClick(true);
        remplacer(new Question(getTranslation("agent.retrait.titre")));
        add(annonces);
        add(
                phrase,
                new Paragraph(comment),
                Ecran.note("info", "note--info", getTranslation("agent.retrait.consequence")),
                Ecran.pouce(retour(), retirer));
    }

    private void retirer(Preuve preuve) {
        switch (retraits.retirer(id, code, visite.session().agent().id(), preuve)) {
            case Issue.Retiree(var le) -> fait(le, "agent.retrait.fait");
            case Issue.DejaRetiree(var note) -> fait(note.le(), "agent.retrait.deja");
            case Issue.HubNecessaire _ ->
                confirmer(preuve, Ecran.alerte(getTranslation("agent.retrait.hub-necessaire")));
            case Issue.Impossible _ -> confirmer(preuve, Ecran.alerte(getTranslation("agent.retrait.impossible")));
        }
    }

    private void fait(Instant le, String titre) {
        nom.clear();
        papier = new EtatDuPapier(visite, papiers, receipts -> receipts.withdrawal(code, le));
        var fini = new Button(getTranslation("agent.fini"), new DrawnIcon("check"), _ -> visite.accueil());
        fini.addThemeVariants(ButtonVariant.PRIMARY);
        remplacer(
                new Question(getTranslation(titre, code.affiche())),
                new Paragraph(getTranslation("agent.retrait.le", FrenchDates.instant(le))),
                papier,
                Ecran.pouce(fini));
    }

    private void remplacer(Component... contenu) {
        removeAll();
        add(contenu);
    }
}
