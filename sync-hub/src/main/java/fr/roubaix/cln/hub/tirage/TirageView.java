package fr.roubaix.cln.hub.tirage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Confirmation;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

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
    private final boolean agit;
    private final boolean signe;
    private final Div choix = new Div();
    private final Div gauche = new Div();
    private final Aside droite = new Aside();
    private final Div pied = new Div();
    private Lecture lectureMontree = Lecture.PRIORITE_ABSOLUE;

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
            AgentConnecte agent) {
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
        this.agit = agent.a(Role.TIRAGE);
        this.signe = agent.a(Role.PRESIDENCE) || agent.a(Role.SECRETARIAT);
        action(choix);
        var colonnes = new Div(gauche, droite);
        colonnes.addClassName("dr");
        pied.addClassName("ft");
        gauche.addClassName("plan");
        add(colonnes, pied);
        if (!agit) {
            dire(Avis.Ton.INFORMATION, getTranslation("tirage.lecture-seule"));
        }
        montrer();
    }

    /** The draws of former calls stay within reach, with their files, and rehearsals too. */
    private void proposerLeChoix() {
        var toutes = new ArrayList<CeremonieId>();
        for (AppelSuivi appel : appels) {
            toutes.add(new CeremonieId.Publique(appel.id()));
            toutes.addAll(tirages.repetitions(appel.id()));
        }
        choix.removeAll();
        if (toutes.size() > 1) {
            var liste = new Select<CeremonieId>();
            liste.setLabel(getTranslation("tirage.appel"));
            liste.setItems(toutes);
            liste.setItemLabelGenerator(this::titre);
            liste.setValue(choisie.orElse(toutes.getFirst()));
            liste.addValueChangeListener(change -> {
                choisie = Optional.of(change.getValue());
                montrer();
            });
            choix.add(liste);
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

    private void montrer() {
        gauche.removeAll();
        droite.removeAll();
        pied.removeAll();
        proposerLeChoix();
        sousTitre(choisie.map(this::titre).orElse(getTranslation("appel.aucun")));
        if (choisie.isEmpty()) {
            gauche.add(vide("tirage.vide.appel"));
            return;
        }
        var etat = tirages.etat(choisie.get());
        if (etat.id().repetition()) {
            gauche.add(new Avis(Avis.Ton.ATTENTION, getTranslation("tirage.repetition.avis")));
        }
        droite.add(new EtapesDuTirage(etat.tirage().orElse(null)));
        if (etat.tirage().isEmpty()) {
            avantLArret(etat.id());
        } else {
            montrer(etat, etat.tirage().get());
        }
        essais(etat.id());
    }

    private void montrer(EtatDuTirage etat, Tirage tirage) {
        pied.add(empreinte(tirage));
        switch (tirage) {
            case Tirage.ListeArretee _ -> choisirLaLecture(etat, tirage, null);
            case Tirage.LectureChoisie lue -> {
                choisirLaLecture(etat, tirage, lue.lecture());
                bouton("tirage.plan.proposer", () -> faire(ceremonie.proposerLePlan(etat.id(), etat.pas()), PROPOSE));
            }
            case Tirage.PlanConfirme plan -> {
                gauche.add(new TableDuPlan(
                        Plan.pour(tirage.arret().liste(), plan.avant().lecture())));
                presences(etat);
            }
            case Tirage.SeanceOuverte seance -> {
                saisir(etat);
                gauche.add(new TableDuPlan(
                        Plan.pour(tirage.arret().liste(), seance.avant().avant().lecture())));
                presences(etat);
            }
            case Tirage.DesEnCours des -> {
                saisir(etat);
                gauche.add(new TableDuPlan(Plan.pour(tirage.arret().liste(), des.lecture())));
                presences(etat);
            }
            case Tirage.DrandSaisi des -> {
                saisir(etat);
                gauche.add(new TableDuPlan(Plan.pour(tirage.arret().liste(), des.lecture())));
                presences(etat);
            }
            case Tirage.GraineConfirmee graine -> {
                gauche.add(new TableDuPlan(Plan.pour(tirage.arret().liste(), graine.lecture())));
                droite.add(des(graine.chiffres()));
                presences(etat);
                bouton("tirage.tirer", () -> faire(ceremonie.tirer(etat.id(), etat.pas()), "tirage.fait"));
            }
            case Tirage.ResultatConnu connu -> resultat(etat, connu);
        }
        sansPreference(tirage.arret());
        derogations(tirage.arret());
        if (tirage instanceof Tirage.AvecDes) {
            gauche.add(new PanneauDesDesistements(
                    etat, ceremonie, agit, refus -> faire(refus, "tirage.desistement.note")));
        }
        gauche.add(new PanneauDesMentions(etat, ceremonie, refus -> faire(refus, "tirage.mention.portee")));
        if (tirage instanceof Tirage.AvantLesDes) {
            annulation(etat);
        }
    }

    private void resultat(EtatDuTirage etat, Tirage.ResultatConnu connu) {
        gauche.add(new MembresTires(
                TirageAuSort.tirer(connu.arret().liste(), connu.graine(), VersionDuReglement.DE_2025)));
        gauche.add(new Details(
                getTranslation("tirage.plan"),
                new TableDuPlan(Plan.pour(connu.arret().liste(), connu.lecture()))));
        droite.add(des(connu.chiffres()));
        presences(etat);
        pied.add(telecharger(connu));
        inscription(connu).ifPresent(gauche::add);
        switch (connu) {
            case Tirage.Tire tire -> {
                int montres = tire.reveles();
                bouton(
                        "tirage.reveler",
                        () -> faire(ceremonie.reveler(etat.id(), etat.pas(), montres + 1), "tirage.revele"));
                bouton(
                        "tirage.proclamer",
                        () -> faire(ceremonie.proposerLaProclamation(etat.id(), etat.pas()), PROPOSE));
            }
            case Tirage.Proclame _ ->
                bouton("tirage.clore", () -> faire(ceremonie.proposerLaCloture(etat.id(), etat.pas()), PROPOSE));
            case Tirage.Clos _ -> {
                var clos = new Avis(Avis.Ton.INFORMATION, getTranslation("tirage.clos"));
                if (!etat.id().repetition()) {
                    clos.avec(new Anchor("gestion/affichage", getTranslation("tirage.affichage.voir")));
                }
                gauche.add(clos);
                documents(etat.id());
            }
        }
    }

    private void presences(EtatDuTirage etat) {
        droite.add(new PanneauDesPresences(etat, ceremonie, agit, this::faire));
    }

    private void saisir(EtatDuTirage etat) {
        if (agit) {
            droite.add(new SaisieDesDes(etat, tirages, ceremonie, this::faire));
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
            case CeremonieId.Publique publique ->
                droite.add(new Button(getTranslation("tirage.repetition.ouvrir"), _ -> repeter(publique.appel())));
            case CeremonieId.Repetition repetition ->
                droite.add(new Button(getTranslation("tirage.repetition.jeter"), _ -> {
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

    private void avantLArret(CeremonieId id) {
        Optional<Refus> obstacle = arret.obstacle(id);
        gauche.add(vide(obstacle.map(refus -> "tirage.refus." + refus.name()).orElse("tirage.vide.prete")));
        if (obstacle.equals(Optional.of(Refus.COMPLETUDE_NON_PROUVEE))) {
            gauche.add(new Anchor("gestion/completude", getTranslation("tirage.completude.voir")));
        }
        if (agit && id instanceof CeremonieId.Publique(var appel)) {
            gauche.add(new PanneauDesReconduits(appel, reconduits.de(appel), inscription));
        }
        if (obstacle.isEmpty()) {
            bouton("tirage.arreter", () -> {
                var question = new Confirmation(
                        "tirage.arreter.question",
                        "tirage.arreter",
                        () -> faire(arret.proposer(id), "tirage.proposee"));
                question.setText(getTranslation("tirage.arreter.consequence"));
                question.open();
            });
        }
    }

    /** Both plans can be read before one reading is recorded. */
    private void choisirLaLecture(EtatDuTirage etat, Tirage tirage, @Nullable Lecture choisie) {
        ListeDuTirage liste = tirage.arret().liste();
        if (choisie != null) {
            lectureMontree = choisie;
        }
        var plan = new Div(new TableDuPlan(Plan.pour(liste, lectureMontree)));
        var lectures = new RadioButtonGroup<Lecture>(getTranslation("tirage.lecture"));
        lectures.setItems(Lecture.values());
        lectures.setItemLabelGenerator(Lecture::phrase);
        lectures.setValue(lectureMontree);
        lectures.addValueChangeListener(change -> {
            lectureMontree = change.getValue();
            plan.removeAll();
            plan.add(new TableDuPlan(Plan.pour(liste, lectureMontree)));
        });
        var choix = new Section(new Div(lectures));
        choix.addClassNames("panel", "choix");
        if (agit) {
            choix.add(new Button(
                    getTranslation(choisie == null ? "tirage.lecture.retenir" : "tirage.lecture.changer"),
                    _ -> faire(
                            ceremonie.choisir(etat.id(), etat.pas(), lectures.getValue()), "tirage.lecture.retenue")));
        }
        gauche.add(plan);
        droite.add(choix);
    }

    /** Stated in the procès-verbal: the list shows them counted as women or men only. */
    private void sansPreference(Tirage.Arret gel) {
        if (!gel.sansPreference().isEmpty()) {
            String nombres = Arrays.stream(Secteur.values())
                    .map(secteur -> secteur.nom() + " " + gel.sansPreference().getOrDefault(secteur, 0))
                    .collect(Collectors.joining(", "));
            gauche.add(new Paragraph(getTranslation("tirage.sans-preference", nombres)));
        }
    }

    /** Stated in the procès-verbal too: what the list was frozen without, and why. */
    private void derogations(Tirage.Arret gel) {
        if (gel.derogations().isEmpty()) {
            return;
        }
        var liste = new UnorderedList();
        liste.addClassName("manques");
        gel.derogations()
                .forEach(derogation -> liste.add(new ListItem(
                        new Paragraph(getTranslation(
                                "tirage.derogation", derogation.mairie().nom(), derogation.nom(), derogation.manque())),
                        new Paragraph(getTranslation(
                                "tirage.derogation.motif",
                                derogation.par(),
                                FrenchDates.instant(derogation.le()),
                                derogation.motif())))));
        var section = new Section(
                new H2(getTranslation("tirage.derogations", gel.derogations().size())), liste);
        section.addClassName("panel");
        gauche.add(section);
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
            boolean auChamp = refus.equals(Optional.of(Refus.NOM_DE_CANDIDAT));
            motif.setInvalid(auChamp);
            if (auChamp) {
                motif.setErrorMessage(getTranslation("tirage.refus.NOM_DE_CANDIDAT"));
                motif.focus();
            } else {
                faire(refus, PROPOSE);
            }
        });
        bouton.addThemeVariants(ButtonVariant.ERROR);
        var formulaire = new Div(motif, bouton);
        formulaire.addClassName("formulaire");
        var section = new Section(new Details(getTranslation("tirage.annuler.titre"), formulaire));
        section.addClassName("panel");
        droite.add(section);
    }

    private Section des(String chiffres) {
        var groupes = new ChiffresDesDes();
        groupes.montrer(chiffres);
        var section = new Section(new H2(getTranslation("tirage.des")), groupes);
        section.addClassName("panel");
        return section;
    }

    private Component empreinte(Tirage tirage) {
        String hex = tirage.arret().liste().empreinte().hex();
        var texte = new Div(
                Balise.de("b", getTranslation("tirage.empreinte")),
                new Div(Balise.de("span", hex.replaceAll("(....)(?!$)", "$1 ")).classe("mono")));
        var bloc = new Div(
                new DrawnIcon("hash"),
                texte,
                lien(
                        "tirage.telecharger.liste",
                        "liste-" + tirage.id().cle() + ".csv",
                        () -> tirage.arret().liste().octets()));
        bloc.addClassName("hash");
        return bloc;
    }

    /** To be copied on the procès-verbal: this row holds every act before it. */
    private Optional<Component> inscription(Tirage.ResultatConnu tire) {
        return registre.derniere(Acte.TIRAGE_EFFECTUE, tire.id().objet())
                .map(ligne -> new Paragraph(
                        getTranslation("tirage.registre", Long.toString(ligne.numero()), ligne.empreinte())));
    }

    private Component telecharger(Tirage.ResultatConnu tire) {
        return lien(
                "tirage.telecharger.pv",
                "pv.json",
                () -> tirages.procesVerbal(tire.id()).orElseThrow());
    }

    private void documents(CeremonieId id) {
        String nom = id.cle();
        pied.add(
                lien(
                        "tirage.telecharger.ceremonie",
                        "ceremonie.json",
                        () -> procesVerbal.ceremonie(id).orElseThrow()),
                lien(
                        "tirage.telecharger.public",
                        "proces-verbal-" + nom + ".pdf",
                        () -> procesVerbal.publique(id).orElseThrow()));
        if (signe) {
            pied.add(lien(
                    "tirage.telecharger.a-signer",
                    "proces-verbal-a-signer-" + nom + ".pdf",
                    () -> procesVerbal.aSigner(id).orElseThrow()));
        }
    }

    private Anchor lien(String cle, String nom, java.util.function.Supplier<byte[]> contenu) {
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = contenu.get();
            return new DownloadResponse(
                    new java.io.ByteArrayInputStream(octets), nom, "application/octet-stream", octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation(cle)));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private void bouton(String cle, Runnable action) {
        if (agit) {
            var bouton = new Button(getTranslation(cle), _ -> action.run());
            bouton.addThemeVariants(ButtonVariant.PRIMARY);
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

    private Div vide(String cle) {
        var vide = new Div(getTranslation(cle));
        vide.addClassName("vide");
        return vide;
    }
}
