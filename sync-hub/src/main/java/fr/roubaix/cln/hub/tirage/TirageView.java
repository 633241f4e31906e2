package fr.roubaix.cln.hub.tirage;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.DeuxVoix;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;

/** The draw, stage after stage; it always shows what the database holds, so a restart changes nothing. */
@Route("gestion/tirage")
@Menu(title = "menu.tirage", order = 40, icon = "dice")
@RolesAllowed({"TIRAGE", "PRESIDENCE", "OBSERVATEUR"})
class TirageView extends Page {

    static final String PROPOSE = "tirage.etape.proposee";

    private final List<AppelSuivi> appels;
    private Optional<CeremonieId> choisie;
    private final Tirages tirages;
    private final ArretDeLaListe arret;
    private final Ceremonie ceremonie;
    private final Repetitions repetitions;
    private final Reconduits reconduits;
    private final InscriptionDesReconduits inscription;
    private final Registre registre;
    private final ProcesVerbalDuTirage procesVerbal;
    private final DeuxVoix deuxVoix;
    private final Clock clock;
    private final boolean agit;
    private final boolean signe;
    private final Div enTete = new Div();
    private final Div maintenant = new Div();
    private final Div colonnes = new Div();
    private final Div gauche = new Div();
    private final Aside droite = new Aside();
    private final Div pied = new Div();

    TirageView(
            Appels appels,
            Tirages tirages,
            ArretDeLaListe arret,
            Ceremonie ceremonie,
            Repetitions repetitions,
            Reconduits reconduits,
            InscriptionDesReconduits inscription,
            Registre registre,
            ProcesVerbalDuTirage procesVerbal,
            DeuxVoix deuxVoix,
            AgentConnecte agent,
            Clock clock) {
        super("menu.tirage");
        this.appels = appels.tous();
        this.choisie = appels.courant().map(appel -> new CeremonieId.Publique(appel.id()));
        this.tirages = tirages;
        this.arret = arret;
        this.ceremonie = ceremonie;
        this.repetitions = repetitions;
        this.reconduits = reconduits;
        this.inscription = inscription;
        this.registre = registre;
        this.procesVerbal = procesVerbal;
        this.deuxVoix = deuxVoix;
        this.clock = clock;
        this.agit = agent.a(Role.TIRAGE);
        this.signe = agent.a(Role.PRESIDENCE) || agent.a(Role.SECRETARIAT);
        enTete.addClassName("dr__actions");
        action(enTete);
        colonnes.add(gauche, droite);
        colonnes.addClassName("dr");
        gauche.addClassName("plan");
        pied.addClassName("ft");
        add(maintenant, colonnes, pied);
        if (!agit) {
            dire(Avis.Ton.INFORMATION, getTranslation("tirage.lecture-seule"));
        }
        montrer();
    }

    private void montrer() {
        enTete.removeAll();
        maintenant.removeAll();
        gauche.removeAll();
        droite.removeAll();
        pied.removeAll();
        proposerLeChoix();
        sousTitre(choisie.map(this::titre).orElse(getTranslation("appel.aucun")));
        choisie.ifPresentOrElse(this::montrer, () -> gauche.add(vide("tirage.vide.appel")));
    }

    private void montrer(CeremonieId id) {
        var etat = tirages.etat(id);
        var qui = new QuiAgit(etat, tirages, deuxVoix, agit, this::relire);
        if (id.repetition()) {
            maintenant.add(new Avis(Avis.Ton.ATTENTION, getTranslation("tirage.repetition.avis")));
        }
        enTete.add(new AccesALaSalle(id, tirages));
        essais(id);
        boolean onCompare = etat.tirage().map(TirageView::lectureAChoisir).orElse(true);
        colonnes.setClassName("dr--large", onCompare);
        etat.tirage().ifPresentOrElse(tirage -> montrer(etat, tirage, qui), () -> avantLArret(id, qui));
        maintenant.add(new EtapesDuTirage(etat.tirage().orElse(null)));
    }

    /** Before the plan stands, nothing is typed beside it: it takes the whole width. */
    private static boolean lectureAChoisir(Tirage tirage) {
        return tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie;
    }

    private void relire() {
        taire();
        montrer();
    }

    /** The draws of former calls stay within reach, with their files, and rehearsals too. */
    private void proposerLeChoix() {
        var toutes = new ArrayList<CeremonieId>();
        for (AppelSuivi appel : appels) {
            toutes.add(new CeremonieId.Publique(appel.id()));
            toutes.addAll(tirages.repetitions(appel.id()));
        }
        if (toutes.size() > 1) {
            var liste = new Select<CeremonieId>();
            liste.addClassName("dr__choix");
            liste.setLabel(getTranslation("tirage.appel"));
            liste.setItems(toutes);
            liste.setItemLabelGenerator(this::titre);
            liste.setValue(choisie.orElse(toutes.getFirst()));
            liste.addValueChangeListener(change -> {
                choisie = Optional.of(change.getValue());
                relire();
            });
            enTete.add(liste);
        }
    }

    private String titre(CeremonieId id) {
        String appel = appels.stream()
                .filter(a -> a.id().equals(id.appel()))
                .map(AppelSuivi::titre)
                .findFirst()
                .orElse(id.appel().valeur());
        return switch (id) {
            case CeremonieId.Publique _ -> appel;
            case CeremonieId.Repetition repetition -> getTranslation("tirage.repetition", repetition.numero(), appel);
        };
    }

    private void montrer(EtatDuTirage etat, Tirage tirage, QuiAgit qui) {
        maintenant.add(qui);
        var pieces = new PiecesATelecharger(tirage, tirages, procesVerbal, signe);
        if (tirage instanceof Tirage.ResultatConnu) {
            pieces.addClassName("panel");
            droite.add(pieces);
        } else {
            pied.add(pieces);
        }
        switch (tirage) {
            case Tirage.ListeArretee _ -> comparer(etat, tirage);
            case Tirage.LectureChoisie _ -> {
                comparer(etat, tirage);
                proposer(
                        qui, Etape.PLAN, "tirage.plan.proposer", () -> ceremonie.proposerLePlan(etat.id(), etat.pas()));
            }
            case Tirage.PlanConfirme _ -> {
                presences(etat, qui);
                gauche.add(plan(tirage));
            }
            case Tirage.SeanceOuverte _, Tirage.DesEnCours _, Tirage.DrandSaisi _ -> {
                saisir(etat, qui);
                gauche.add(plan(tirage));
                presences(etat, qui);
            }
            case Tirage.GraineConfirmee graine -> {
                droite.add(des(graine.chiffres()));
                gauche.add(plan(tirage));
                presences(etat, qui);
                bouton(
                        getTranslation("tirage.tirer"),
                        () -> faire(ceremonie.tirer(etat.id(), etat.pas()), "tirage.fait"),
                        true);
            }
            case Tirage.ResultatConnu connu -> resultat(etat, connu, qui);
        }
        gauche.add(new RappelsDeLArret(tirage.arret()));
        if (tirage instanceof Tirage.AvecDes) {
            gauche.add(new PanneauDesDesistements(
                    etat, ceremonie, agit, refus -> faire(refus, "tirage.desistement.note")));
        }
        gauche.add(new PanneauDesMentions(etat, ceremonie, refus -> faire(refus, "tirage.mention.portee")));
        if (tirage instanceof Tirage.AvantLesDes) {
            annulation(etat);
        }
    }

    /** Before the freeze: what stands in its way, or the freeze itself. */
    private void avantLArret(CeremonieId id, QuiAgit qui) {
        Optional<Refus> obstacle = arret.obstacle(id);
        if (obstacle.isEmpty()) {
            maintenant.add(qui);
        }
        gauche.add(vide(obstacle.map(refus -> "tirage.refus." + refus.name())
                .orElse(id.repetition() ? "tirage.vide.repetition" : "tirage.vide.prete")));
        if (obstacle.equals(Optional.of(Refus.COMPLETUDE_NON_PROUVEE))) {
            gauche.add(new Anchor("gestion/completude", getTranslation("tirage.completude.voir")));
        }
        if (agit && id instanceof CeremonieId.Publique(var appel)) {
            gauche.add(new PanneauDesReconduits(appel, reconduits.de(appel), inscription));
        }
        if (obstacle.isEmpty() && !qui.attend(ArretADeuxVoix.GENRE.titre())) {
            bouton(getTranslation("tirage.arreter"), () -> demanderLArret(id), true);
        }
    }

    private void demanderLArret(CeremonieId id) {
        var question = new Confirmation(
                "tirage.arreter.question", "tirage.arreter", () -> faire(arret.proposer(id), "tirage.proposee"));
        question.setText(getTranslation("tirage.arreter.consequence"));
        question.open();
    }

    private void comparer(EtatDuTirage etat, Tirage tirage) {
        gauche.add(new LecturesComparees(
                tirage.arret().liste(),
                tirage.lectureRetenue(),
                agit
                        ? Optional.of(lecture ->
                                faire(ceremonie.choisir(etat.id(), etat.pas(), lecture), "tirage.lecture.retenue"))
                        : Optional.empty()));
    }

    /** The plan that was chosen, and behind it the comparison that it was chosen from. */
    private static Div plan(Tirage tirage) {
        var liste = tirage.arret().liste();
        var lecture = tirage.lectureRetenue();
        var comparaison = new Details();
        comparaison.setSummaryText(comparaison.getTranslation("tirage.lecture.comparaison"));
        comparaison.add(new LecturesComparees(liste, lecture, Optional.empty()));
        var plan = new Div(new TableDuPlan(Plan.pour(liste, lecture.orElseThrow())), comparaison);
        plan.addClassName("plan");
        return plan;
    }

    private void resultat(EtatDuTirage etat, Tirage.ResultatConnu connu, QuiAgit qui) {
        gauche.add(new MembresTires(
                TirageAuSort.tirer(connu.arret().liste(), connu.graine(), VersionDuReglement.DE_2025)));
        gauche.add(new Details(getTranslation("tirage.plan"), plan(connu)));
        droite.add(des(connu.chiffres()));
        presences(etat, qui);
        inscription(connu).ifPresent(gauche::add);
        switch (connu) {
            case Tirage.Tire tire -> montrerALaSalle(etat, tire, qui);
            case Tirage.Proclame _ ->
                proposer(qui, Etape.CLOTURE, "tirage.clore", () -> ceremonie.proposerLaCloture(etat.id(), etat.pas()));
            case Tirage.Clos _ -> gauche.addComponentAsFirst(clos(etat.id()));
        }
    }

    private void montrerALaSalle(EtatDuTirage etat, Tirage.Tire tire, QuiAgit qui) {
        int montres = tire.reveles();
        int sieges = Plan.pour(tire.arret().liste(), tire.lecture()).siegesATirer();
        boolean tousMontres = montres >= sieges;
        if (!tousMontres) {
            bouton(
                    getTranslation("tirage.reveler", montres, sieges),
                    () -> faire(ceremonie.reveler(etat.id(), etat.pas(), montres + 1), "tirage.revele"),
                    true);
        }
        if (!qui.attend(Etape.PROCLAMATION.titre())) {
            bouton(
                    getTranslation("tirage.proclamer"),
                    () -> faire(ceremonie.proposerLaProclamation(etat.id(), etat.pas()), PROPOSE),
                    tousMontres);
        }
    }

    private void presences(EtatDuTirage etat, QuiAgit qui) {
        var panneau = new PanneauDesPresences(etat, tirages, ceremonie, agit, this::faire, clock);
        droite.add(panneau);
        if (!qui.attend(Etape.SEANCE.titre())) {
            panneau.ouvrir().ifPresent(pied::add);
        }
    }

    private void saisir(EtatDuTirage etat, QuiAgit qui) {
        if (agit) {
            var saisie = new SaisieDesDes(
                    etat, tirages, ceremonie, qui.attend(Etape.TOUR_DRAND.titre()), this::faire, clock);
            droite.add(saisie);
            if (!qui.attend(Etape.GRAINE.titre())) {
                pied.add(saisie.proposer());
            }
        } else if (etat.tirage().orElse(null) instanceof Tirage.AvecDes des) {
            droite.add(des(des.chiffres()));
        }
    }

    /** A rehearsal is begun beside the public draw, and thrown away from its own page. */
    private void essais(CeremonieId id) {
        if (!agit) {
            return;
        }
        switch (id) {
            case CeremonieId.Publique(var appel) ->
                enTete.add(new Button(
                        getTranslation("tirage.repetition.ouvrir"), new DrawnIcon("play"), _ -> repeter(appel)));
            case CeremonieId.Repetition repetition ->
                enTete.add(new Button(getTranslation("tirage.repetition.jeter"), _ -> {
                    var refus = repetitions.jeter(repetition);
                    choisie = Optional.of(new CeremonieId.Publique(repetition.appel()));
                    faire(refus, "tirage.repetition.jetee");
                }));
        }
    }

    private void repeter(AppelId appel) {
        switch (repetitions.ouvrir(appel)) {
            case Repetitions.Issue.Ouverte(var id) -> {
                choisie = Optional.of(id);
                faire(Optional.empty(), "tirage.repetition.ouverte");
            }
            case Repetitions.Issue.Refusee(var refus) -> faire(Optional.of(refus), PROPOSE);
        }
    }

    private void annulation(EtatDuTirage etat) {
        if (!agit) {
            return;
        }
        var motif = new TextField(getTranslation("tirage.annuler.motif"));
        motif.setHelperText(getTranslation("tirage.public.texte"));
        motif.setManualValidation(true);
        motif.setWidthFull();
        var bouton = new Button(getTranslation("tirage.annuler"), _ -> {
            var refus = arret.proposerLAnnulation(etat.id(), etat.pas(), motif.getValue());
            var auChamp = refus.filter(un -> un == Refus.NOM_DE_CANDIDAT
                    || un == Refus.TEXTES_SUSPENDUS
                    || un == Refus.TEXTE_MAL_FORME
                    || un == Refus.MOTIF_MANQUANT);
            motif.setInvalid(auChamp.isPresent());
            auChamp.ifPresentOrElse(
                    un -> {
                        motif.setErrorMessage(getTranslation("tirage.refus." + un.name()));
                        motif.focus();
                    },
                    () -> faire(refus, PROPOSE));
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        var formulaire = new Div(motif, bouton);
        formulaire.addClassName("formulaire");
        var section = new Section(new Details(getTranslation("tirage.annuler.titre"), formulaire));
        section.addClassName("panel");
        (colonnes.hasClassName("dr--large") ? gauche : droite).add(section);
    }

    private Section des(String chiffres) {
        var groupes = new ChiffresDesDes();
        groupes.montrer(chiffres);
        var section = new Section(new H2(getTranslation("tirage.des")), groupes);
        section.addClassName("panel");
        return section;
    }

    /** To be copied on the procès-verbal: this row holds every act before it. */
    private Optional<Component> inscription(Tirage.ResultatConnu tire) {
        return registre.derniere(Acte.TIRAGE_EFFECTUE, tire.id().objet())
                .map(ligne -> new Paragraph(
                        getTranslation("tirage.registre", Long.toString(ligne.numero()), ligne.empreinte())));
    }

    /** A step that the presidency confirms; not proposed again while it waits. */
    private void proposer(QuiAgit qui, Etape etape, String cle, Supplier<Optional<Refus>> acte) {
        if (!qui.attend(etape.titre())) {
            bouton(getTranslation(cle), () -> faire(acte.get(), PROPOSE), true);
        }
    }

    private void bouton(String mots, Runnable acte, boolean principal) {
        if (agit) {
            var bouton = new Button(mots, _ -> acte.run());
            if (principal) {
                bouton.addThemeVariants(ButtonVariant.PRIMARY);
            }
            pied.add(bouton);
        }
    }

    private void faire(Optional<Refus> issue, String reussite) {
        montrer();
        if (issue.isEmpty()) {
            dire(Avis.Ton.REUSSITE, getTranslation(reussite));
        } else {
            dire(Avis.Ton.ERREUR, getTranslation("tirage.refus." + issue.get().name()));
        }
    }

    private Avis clos(CeremonieId id) {
        var clos = new Avis(Avis.Ton.INFORMATION, getTranslation("tirage.clos"));
        return id.repetition()
                ? clos
                : clos.avec(new Anchor("gestion/affichage", getTranslation("tirage.affichage.voir")));
    }

    private Div vide(String cle) {
        var vide = new Div(getTranslation(cle));
        vide.addClassName("vide");
        return vide;
    }
}
