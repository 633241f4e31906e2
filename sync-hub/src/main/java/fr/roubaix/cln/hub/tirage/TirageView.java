package fr.roubaix.cln.hub.tirage;

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

    private Optional<AppelSuivi> appel;
    private final Tirages tirages;
    private final ArretDeLaListe arret;
    private final Ceremonie ceremonie;
    private final Registre registre;
    private final boolean agit;
    private final Div gauche = new Div();
    private final Aside droite = new Aside();
    private final Div pied = new Div();
    private Lecture lectureMontree = Lecture.PRIORITE_ABSOLUE;

    TirageView(
            Appels appels,
            Tirages tirages,
            ArretDeLaListe arret,
            Ceremonie ceremonie,
            Registre registre,
            AgentConnecte agent) {
        super("menu.tirage");
        this.appel = appels.courant();
        this.tirages = tirages;
        this.arret = arret;
        this.ceremonie = ceremonie;
        this.registre = registre;
        this.agit = agent.a(Role.TIRAGE);
        choisirLAppel(appels.tous());
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

    /** The draws of former calls stay within reach, with their files. */
    private void choisirLAppel(List<AppelSuivi> tous) {
        if (tous.size() > 1) {
            var choix = new Select<AppelSuivi>();
            choix.setLabel(getTranslation("tirage.appel"));
            choix.setItems(tous);
            choix.setItemLabelGenerator(AppelSuivi::titre);
            choix.setValue(tous.getFirst());
            choix.addValueChangeListener(change -> {
                appel = Optional.of(change.getValue());
                montrer();
            });
            action(choix);
        }
    }

    private void montrer() {
        gauche.removeAll();
        droite.removeAll();
        pied.removeAll();
        sousTitre(appel.map(AppelSuivi::titre).orElse(getTranslation("appel.aucun")));
        if (appel.isEmpty()) {
            gauche.add(vide("tirage.vide.appel"));
            return;
        }
        Tirage tirage = tirages.tirage(appel.get().id()).orElse(null);
        droite.add(new EtapesDuTirage(tirage));
        if (tirage == null) {
            avantLArret(appel.get());
            return;
        }
        pied.add(empreinte(tirage));
        switch (tirage) {
            case Tirage.ListeArretee arretee ->
                choisirLaLecture(arretee.appel(), arretee.arret().liste(), null);
            case Tirage.LectureChoisie choisie -> {
                if (agit) {
                    droite.add(new SaisieDesDes(des -> faire(
                            ceremonie.lancer(
                                    choisie.appel(), choisie.arret().liste().empreinte(), choisie.lecture(), des),
                            "tirage.des.enregistres")));
                }
                choisirLaLecture(choisie.appel(), choisie.arret().liste(), choisie.lecture());
            }
            case Tirage.DesEntres entres -> {
                gauche.add(new TableDuPlan(Plan.pour(entres.arret().liste(), entres.lecture())));
                droite.add(des(entres.des().chiffres()));
                bouton("tirage.tirer", () -> faire(ceremonie.tirer(entres.appel()), "tirage.fait"));
            }
            case Tirage.Tire tire -> {
                gauche.add(new MembresTires(
                        TirageAuSort.tirer(tire.arret().liste(), tire.graine(), VersionDuReglement.DE_2025)));
                gauche.add(new Details(
                        getTranslation("tirage.plan"),
                        new TableDuPlan(Plan.pour(tire.arret().liste(), tire.lecture()))));
                droite.add(des(tire.des().chiffres()));
                pied.add(telecharger(tire));
                inscription(tire).ifPresent(gauche::add);
            }
        }
        sansPreference(tirage.arret());
        derogations(tirage.arret());
        if (tirage instanceof Tirage.ListeArretee || tirage instanceof Tirage.LectureChoisie) {
            annulation(tirage);
        }
    }

    private void avantLArret(AppelSuivi suivi) {
        Optional<Refus> obstacle = arret.obstacle(suivi.id());
        gauche.add(vide(obstacle.map(refus -> "tirage.refus." + refus.name()).orElse("tirage.vide.prete")));
        if (obstacle.equals(Optional.of(Refus.COMPLETUDE_NON_PROUVEE))) {
            gauche.add(new Anchor("gestion/completude", getTranslation("tirage.completude.voir")));
        }
        if (obstacle.isEmpty()) {
            bouton("tirage.arreter", () -> {
                var question = new Confirmation(
                        "tirage.arreter.question",
                        "tirage.arreter",
                        () -> faire(arret.proposer(suivi.id()), "tirage.proposee"));
                question.setText(getTranslation("tirage.arreter.consequence"));
                question.open();
            });
        }
    }

    /** Both plans can be read before one reading is recorded. */
    private void choisirLaLecture(AppelId id, ListeDuTirage liste, @Nullable Lecture choisie) {
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
                            ceremonie.choisir(id, liste.empreinte(), lectures.getValue()), "tirage.lecture.retenue")));
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

    private void annulation(Tirage tirage) {
        if (!agit) {
            return;
        }
        var motif = new TextField(getTranslation("tirage.annuler.motif"));
        motif.setWidthFull();
        var bouton = new Button(
                getTranslation("tirage.annuler"),
                _ -> faire(
                        arret.annuler(tirage.appel(), tirage.arret().liste().empreinte(), motif.getValue()),
                        "tirage.annulee"));
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
                        "liste-" + tirage.appel() + ".csv",
                        () -> tirage.arret().liste().octets()));
        bloc.addClassName("hash");
        return bloc;
    }

    /** To be copied on the procès-verbal: this row holds every act before it. */
    private Optional<Component> inscription(Tirage.Tire tire) {
        return registre.derniere(Acte.TIRAGE_EFFECTUE, "appel " + tire.appel())
                .map(ligne -> new Paragraph(
                        getTranslation("tirage.registre", Long.toString(ligne.numero()), ligne.empreinte())));
    }

    private Component telecharger(Tirage.Tire tire) {
        return lien(
                "tirage.telecharger.pv",
                "pv.json",
                () -> tirages.procesVerbal(tire.appel()).orElseThrow());
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
