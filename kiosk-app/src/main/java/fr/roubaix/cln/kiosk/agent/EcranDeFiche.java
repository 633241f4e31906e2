package fr.roubaix.cln.kiosk.agent;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.kiosk.agent.SaisieDeFichePapier.Issue;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.FichePapier;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.saisie.AdressesProposees;
import fr.roubaix.cln.web.saisie.ChampsDeContact;
import fr.roubaix.cln.web.saisie.ChampsDeLAdresse;
import fr.roubaix.cln.web.saisie.ChampsDeNaissance;
import fr.roubaix.cln.web.saisie.ChampsDuNom;
import fr.roubaix.cln.web.saisie.ChoixDeParite;
import fr.roubaix.cln.web.saisie.Poste;
import fr.roubaix.cln.web.saisie.Question;

/**
 * A paper form: the questions of residents on one page, then the same lines once more beside the paper, then the receipt.
 * What is typed lives in this screen alone and goes with it, whichever way one leaves.
 */
final class EcranDeFiche extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final SaisieDeFichePapier saisie;
    private final Papiers papiers;
    private final AdressesProposees adresses;
    private final Supplier<EnvelopeId> ids;
    private @Nullable Formulaire formulaire;
    private @Nullable EtatDuPapier papier;

    EcranDeFiche(
            VisiteDAgent visite,
            SaisieDeFichePapier saisie,
            Papiers papiers,
            AdressesProposees adresses,
            Supplier<EnvelopeId> ids) {
        this.visite = visite;
        this.saisie = saisie;
        this.papiers = papiers;
        this.adresses = adresses;
        this.ids = ids;
        addClassName("agent__ecran");
        if (saisie.unAppelACommence()) {
            commencer();
        } else {
            refuser();
        }
    }

    @Override
    public void regarder() {
        if (papier != null) {
            papier.regarder();
        }
    }

    private void refuser() {
        add(
                new Question(getTranslation("agent.fiche.titre")),
                Ecran.note("info", "note--info", getTranslation("agent.fiche.aucun-appel")),
                Ecran.pouce(new Button(getTranslation("agent.retour"), _ -> visite.accueil())));
    }

    private void commencer() {
        papier = null;
        formulaire = new Formulaire(ids.get());
        remplacer(formulaire);
    }

    private void relire(Formulaire rempli, FicheDeCandidature fiche, FichePapier lue, Component... annonces) {
        var relecture = new RelectureDeFiche(fiche, lue, saisie.reference(lue), saisie.rouvreLaCloture(lue));
        var enregistrer = new Button(getTranslation("agent.relecture.enregistrer"), new DrawnIcon("check"));
        enregistrer.addClickListener(_ -> visite.sousSession(() -> {
            if (relecture.faite()) {
                enregistrer.setEnabled(false);
                enregistrer(rempli, fiche, lue);
            }
        }));
        enregistrer.addThemeVariants(ButtonVariant.PRIMARY);
        var corriger = new Button(
                getTranslation("agent.relecture.corriger"),
                new DrawnIcon("pen"),
                _ -> visite.sousSession(() -> remplacer(rempli)));
        remplacer(annonces);
        add(relecture, Ecran.pouce(corriger, enregistrer));
    }

    private void enregistrer(Formulaire rempli, FicheDeCandidature fiche, FichePapier lue) {
        switch (saisie.saisir(rempli.id, fiche, lue)) {
            case Issue.Enregistree(var code, var le) -> fait(code, le, lue);
            case Issue.Impossible _ ->
                relire(rempli, fiche, lue, Ecran.alerte(getTranslation("agent.fiche.impossible")));
        }
    }

    private void fait(ReceiptCode code, Instant le, FichePapier lue) {
        formulaire = null;
        papier = new EtatDuPapier(visite, papiers, receipts -> receipts.print(code, le));
        var numero = new Paragraph(code.affiche());
        numero.addClassName("agent__code-lu");
        var autre = new Button(
                getTranslation("agent.fiche.une-autre"),
                new DrawnIcon("form"),
                _ -> visite.sousSession(this::commencer));
        var fini = new Button(getTranslation("agent.fini"), new DrawnIcon("check"), _ -> visite.accueil());
        fini.addThemeVariants(ButtonVariant.PRIMARY);
        remplacer(
                new Question(getTranslation("agent.fiche.faite")),
                numero,
                new Paragraph(
                        getTranslation("agent.fiche.classer", lue.original().valeur())),
                Ecran.note("info", "note--info", getTranslation("agent.fiche.comptee")),
                papier,
                Ecran.pouce(autre, fini));
    }

    private void remplacer(Component... contenu) {
        removeAll();
        add(contenu);
    }

    /** Every question on one page; the key of the envelope is minted with it, so that it is entered once. */
    private final class Formulaire extends Div {

        private final EnvelopeId id;
        private final ChampsDuPapier duPapier = new ChampsDuPapier(saisie.aujourdhui());
        private final ChampsDuNom noms = new ChampsDuNom(Poste.PARTAGE);
        private final ChampsDeNaissance naissance = new ChampsDeNaissance(Poste.PARTAGE, saisie::aujourdhui);
        private final ChampsDeLAdresse adresse = new ChampsDeLAdresse(Poste.PARTAGE, adresses);
        private final ChoixDeParite parite = new ChoixDeParite();
        private final ChampsDeContact contact = new ChampsDeContact(Poste.PARTAGE);

        Formulaire(EnvelopeId id) {
            this.id = id;
            addClassNames("agent__ecran", "agent__fiche");
            var relire = new Button(
                    getTranslation("agent.fiche.relire"), new DrawnIcon("arrow"), _ -> visite.sousSession(this::lire));
            relire.addThemeVariants(ButtonVariant.PRIMARY);
            relire.setIconAfterText(true);
            var abandonner = new Button(getTranslation("agent.fiche.abandonner"), _ -> visite.accueil());
            add(
                    new Question(getTranslation("agent.fiche.titre")),
                    partie("agent.fiche.partie.papier", duPapier),
                    partie("agent.fiche.partie.nom", noms),
                    partie("agent.fiche.partie.naissance", naissance),
                    partie("agent.fiche.partie.adresse", adresse),
                    partie("agent.fiche.partie.parite", parite),
                    partie("agent.fiche.partie.contact", contact),
                    Ecran.pouce(abandonner, relire));
        }

        private Section partie(String cle, Component champs) {
            var partie = new Section(new H2(getTranslation(cle)), champs);
            partie.addClassNames("card", "agent__partie");
            return partie;
        }

        /** Reads from the last to the first: every wrong field says so, and the first one takes the focus. */
        private void lire() {
            var lesAccords = contact.lire();
            var laParite = parite.lire();
            var leDomicile = adresse.lire();
            var laNaissance = naissance.lire();
            var lIdentite = noms.lire();
            var lePapier = lireLePapier();
            if (lesAccords.isEmpty()
                    || laParite.isEmpty()
                    || leDomicile.isEmpty()
                    || laNaissance.isEmpty()
                    || lIdentite.isEmpty()
                    || lePapier.isEmpty()) {
                return;
            }
            var identite = lIdentite.get();
            var domicile = leDomicile.get();
            var habitant = new Habitant(
                    identite.naissance(), identite.usage(), identite.prenoms(), laNaissance.get(), domicile.adresse());
            var fiche = new FicheDeCandidature(
                    habitant,
                    domicile.secteur(),
                    domicile.origine(),
                    laParite.get(),
                    lesAccords.get().contact(),
                    lesAccords.get().publication());
            relire(this, fiche, lePapier.get());
        }

        private Optional<FichePapier> lireLePapier() {
            return duPapier.lire(visite.session().agent().id()).filter(lue -> {
                var refus = saisie.juger(lue);
                refus.ifPresent(duPapier::refuser);
                return refus.isEmpty();
            });
        }
    }
}
