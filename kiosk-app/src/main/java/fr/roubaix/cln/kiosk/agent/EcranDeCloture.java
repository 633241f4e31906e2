package fr.roubaix.cln.kiosk.agent;

import java.util.List;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.agent.ClotureDeMairie.Issue;
import fr.roubaix.cln.kiosk.agent.ClotureDeMairie.Situation;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin.AgentPublie;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.web.FrenchDates;
import fr.roubaix.cln.web.saisie.Question;

/** Where each call stands for this mairie; and closing one, in two screens: a number, then a sentence that repeats it. */
final class EcranDeCloture extends Div implements Ecran {

    private final VisiteDAgent visite;
    private final ClotureDeMairie cloture;
    private final Hub hub;
    private final Supplier<EnvelopeId> ids;
    private @Nullable List<Situation> montrees;

    EcranDeCloture(VisiteDAgent visite, ClotureDeMairie cloture, Hub hub, Supplier<EnvelopeId> ids) {
        this.visite = visite;
        this.cloture = cloture;
        this.hub = hub;
        this.ids = ids;
        addClassName("agent__ecran");
        montrer();
    }

    /** A form being filled in is left alone. */
    @Override
    public void regarder() {
        if (montrees != null && !cloture.situations().equals(montrees)) {
            montrer();
        }
    }

    private void montrer(Component... annonces) {
        var situations = cloture.situations();
        montrees = situations;
        var cartes = new Div();
        cartes.addClassName("agent__cartes");
        situations.forEach(situation -> cartes.add(carte(situation)));
        var retour = new Button(getTranslation("agent.retour"), _ -> visite.accueil());
        remplacer(Ecran.tete(new Question(getTranslation("agent.cloture")), retour));
        add(annonces);
        if (situations.isEmpty()) {
            add(Ecran.note("info", "note--info", getTranslation("agent.cloture.resume.aucun")));
        }
        add(cartes);
    }

    private Div carte(Situation situation) {
        var titre = new H2(getTranslation("agent.cloture.appel", FrenchDates.end(situation.appel())));
        return switch (situation) {
            case Situation.Ouvert(var _, var rouvert) -> {
                var carte = Ecran.carte(titre, new Paragraph(getTranslation("agent.cloture.ouvert")));
                rouvert.ifPresent(le -> carte.add(Ecran.note(
                        "refresh", "note--info", getTranslation("agent.cloture.rouvert", FrenchDates.instant(le)))));
                yield carte;
            }
            case Situation.ACloturer(var appel) -> {
                var cloturer = new Button(
                        getTranslation("agent.cloture.cloturer"),
                        _ -> visite.sousSession(() -> demanderLeNombre(appel, "")));
                cloturer.addThemeVariants(ButtonVariant.PRIMARY);
                yield Ecran.carte(titre, new Paragraph(getTranslation("agent.cloture.a-faire")), Ecran.actes(cloturer));
            }
            case Situation.Cloture faite -> faite(titre, faite);
        };
    }

    private Div faite(H2 titre, Situation.Cloture faite) {
        String livraison = "agent.cloture.etat." + faite.livraison().name();
        String nombre = Integer.toString(faite.formulairesPapier());
        var recommencer = new Button(
                getTranslation("agent.cloture.de-nouveau"),
                _ -> visite.sousSession(() -> demanderLeNombre(faite.appel(), nombre)));
        var carte = Ecran.carte(
                titre,
                etat(faite, getTranslation(livraison)),
                new Paragraph(getTranslation(
                        "agent.cloture.faite",
                        FrenchDates.instant(faite.le()),
                        nom(faite.agent()),
                        faite.formulairesPapier())),
                faite.depuis() > 0
                        ? Ecran.note("refresh", "note--warn", getTranslation("agent.cloture.depuis", faite.depuis()))
                        : new Paragraph(getTranslation("agent.cloture.si-demande")),
                Ecran.actes(recommencer));
        recommencer.setThemeVariant(ButtonVariant.PRIMARY, faite.depuis() > 0);
        return carte;
    }

    private static Span etat(Situation.Cloture faite, String mot) {
        return switch (faite.livraison()) {
            case PENDING -> Ecran.etat("clock", "badge--info", mot);
            case DELIVERED -> Ecran.etat("check", "badge--ok", mot);
            case REFUSED, UNSENDABLE -> Ecran.etat("alert", "badge--warn", mot);
        };
    }

    private void demanderLeNombre(Appel appel, String nombre) {
        montrees = null;
        remplacer(new NombreDeFormulaires(
                appel,
                cloture.fichesSaisiesIci(appel),
                nombre,
                lu -> visite.sousSession(() -> confirmer(ids.get(), appel, lu)),
                () -> montrer()));
    }

    /** @param id minted once per confirmation: touching twice, or again after a failure, declares once */
    private void confirmer(EnvelopeId id, Appel appel, int nombre) {
        var confirmer = new Button(
                getTranslation("agent.cloture.confirmer"), _ -> visite.sousSession(() -> cloturer(id, appel, nombre)));
        confirmer.addThemeVariants(ButtonVariant.PRIMARY);
        confirmer.setDisableOnClick(true);
        var corriger = new Button(
                getTranslation("agent.cloture.corriger"),
                _ -> visite.sousSession(() -> demanderLeNombre(appel, Integer.toString(nombre))));
        var phrase = new Paragraph(getTranslation("agent.cloture.phrase", mairie(), FrenchDates.end(appel), nombre));
        phrase.addClassName("lead");
        remplacer(new Question(getTranslation("agent.cloture.confirmation")));
        add(phrase, Ecran.note("info", "note--info", getTranslation("agent.cloture.apres")));
        int perdues = cloture.perdues();
        if (perdues > 0) {
            add(Ecran.note("alert", "note--warn", getTranslation("agent.cloture.perdues", perdues)));
        }
        int enAttente = hub.liaison().enAttente();
        if (enAttente > 0) {
            add(Ecran.note("clock", "note--info", getTranslation("agent.cloture.en-attente", enAttente)));
        }
        var actes = Ecran.actes(corriger, confirmer);
        actes.addClassName("agent__bas");
        add(actes);
    }

    private void cloturer(EnvelopeId id, Appel appel, int nombre) {
        switch (cloture.cloturer(id, appel.id(), visite.session().agent().id(), nombre)) {
            case Issue.Cloturee _ ->
                montrer(annonce("check-circle", "note--ok", getTranslation("agent.cloture.enregistree")));
            case Issue.AppelOuvert _ ->
                montrer(annonce("alert", "note--warn", getTranslation("agent.cloture.plus-close")));
            case Issue.Impossible _ -> {
                confirmer(id, appel, nombre);
                addComponentAtIndex(1, annonce("alert", "note--warn", getTranslation("agent.cloture.impossible")));
            }
        }
    }

    private static Paragraph annonce(String icone, String genre, String texte) {
        var annonce = Ecran.note(icone, genre, texte);
        annonce.getElement().setAttribute("role", "alert");
        return annonce;
    }

    private void remplacer(Component contenu) {
        removeAll();
        add(contenu);
    }

    private String mairie() {
        return hub.borne().map(borne -> borne.mairie().nom()).orElse("");
    }

    private String nom(AgentId id) {
        return hub.bulletin().stream()
                .flatMap(bulletin -> bulletin.agents().stream())
                .filter(agent -> agent.id().equals(id))
                .map(AgentPublie::nom)
                .findFirst()
                .orElse(id.valeur());
    }
}
