package fr.roubaix.cln.hub.dashboard;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.candidature.Candidatures;
import fr.roubaix.cln.hub.fleet.Bornes;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.hub.tirage.Tirages;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The state of the call at a glance; numbers only, so that every member of staff may open it; members of the council are not staff. */
@Route("gestion")
@RouteAlias("")
@Menu(title = "menu.tableau", order = 10, icon = "home")
@RolesAllowed({"SECRETARIAT", "TIRAGE", "PRESIDENCE", "OBSERVATEUR", "SERVICE", "DPO", "ADMIN"})
class TableauDeBordView extends Page {

    /** What is due within so many days stands out. */
    private static final int BIENTOT = 3;

    private static final String EFFECTIFS = "effectifs-cln.csv";

    private final Clock clock;

    TableauDeBordView(
            Appels appels, Candidatures candidatures, Tirages tirages, Bornes bornes, AFaire aFaire, Clock clock) {
        super("menu.tableau");
        this.clock = clock;
        var appel = appels.courant();
        String maintenant = FrenchDates.fullInstant(clock.instant());
        sousTitre(appel.map(a -> getTranslation("tableau.sous-titre", a.titre(), maintenant))
                .orElse(maintenant));
        appel.ifPresent(a -> add(new Echeances(a, tirages.tirage(a.id()), clock)));
        var effectifs = appel.map(a -> new Effectifs(candidatures.effectifs(a.id())));
        effectifs.ifPresent(nombres -> action(exporter(nombres)));
        if (effectifs.isPresent() && ouverts().contains("gestion/candidatures")) {
            action(saisir(getTranslation("saisir.saisir")));
        }
        var deux = new Div();
        deux.addClassName("two");
        if (effectifs.isPresent()) {
            deux.add(new PanneauDesEffectifs(effectifs.get()));
        } else {
            var vide = new Div(getTranslation("appel.aucun"));
            vide.addClassName("vide");
            deux.add(vide);
        }
        deux.add(aFaire(aFaire.taches()));
        add(deux, new PanneauDesBornes(bornes.etats(), clock.instant()));
    }

    /** Today and late are said in words; a later day by its date. */
    private Etiquette echeance(AFaire.Tache tache) {
        LocalDate aujourdhui = LocalDate.ofInstant(clock.instant(), Appel.ROUBAIX);
        return tache.echeance()
                .filter(jour -> jour.isAfter(aujourdhui))
                .map(jour -> new Etiquette(
                        jour.isAfter(aujourdhui.plusDays(BIENTOT)) ? Etiquette.Ton.ATTENTE : Etiquette.Ton.ATTENTION,
                        FrenchDates.shortDay(jour)))
                .orElseGet(() -> new Etiquette(
                        Etiquette.Ton.ARRET,
                        getTranslation(
                                tache.echeance().filter(aujourdhui::isAfter).isPresent()
                                        ? "tableau.en-retard"
                                        : "tableau.aujourdhui")));
    }

    /** The screens that this person may open. */
    private static Set<String> ouverts() {
        return MenuConfiguration.getMenuEntries().stream()
                .map(entree -> entree.path().replaceFirst("^/", ""))
                .collect(Collectors.toSet());
    }

    /** Head counts alone, for a spreadsheet: who may read them here may carry them away. */
    private Anchor exporter(Effectifs effectifs) {
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = effectifs.csv();
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), EFFECTIFS, "text/csv;charset=utf-8", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("tableau.exporter")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", EFFECTIFS);
        return lien;
    }

    private static Anchor saisir(String mots) {
        var lien = new Anchor("gestion/candidatures/saisir", "");
        lien.add(new DrawnIcon("plus"), new Span(mots));
        lien.addClassNames("btn", "btn--primary");
        return lien;
    }

    /** A task leads to its screen when this person may open it. */
    private Section aFaire(List<AFaire.Tache> taches) {
        Set<String> ouverts = ouverts();
        var titre = new Div(new H2(getTranslation("tableau.a-faire")));
        titre.addClassName("panel__h");
        var section = new Section(titre);
        section.addClassName("panel");
        if (taches.isEmpty()) {
            section.add(new Paragraph(getTranslation("tableau.rien-a-faire")));
        }
        var liste = new UnorderedList();
        liste.addClassName("todo");
        // What this person can do comes first; the rest tells them what waits for somebody else.
        for (AFaire.Tache tache : taches.stream()
                .sorted(Comparator.comparing(
                        une -> !ouverts.contains(une.sujet().ecran())))
                .toList()) {
            String phrase = getTranslation("tache." + tache.sujet().name(), tache.nombre());
            liste.add(new ListItem(
                    new DrawnIcon("arrow"),
                    ouverts.contains(tache.sujet().ecran())
                            ? new Anchor(tache.sujet().adresse(), phrase)
                            : new Span(phrase),
                    echeance(tache)));
        }
        section.add(liste);
        return section;
    }
}
