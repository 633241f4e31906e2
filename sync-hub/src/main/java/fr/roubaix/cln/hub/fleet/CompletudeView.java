package fr.roubaix.cln.hub.fleet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.fleet.Completude.Borne;
import fr.roubaix.cln.hub.fleet.Completude.Constat;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;

/** The five mairies before the draw: what the hub holds of each, what is missing, and what to do about it. */
@Route("gestion/completude")
@Menu(title = "menu.completude", order = 35, icon = "check-circle")
@RolesAllowed({"SECRETARIAT", "TIRAGE", "PRESIDENCE", "OBSERVATEUR", "ADMIN"})
class CompletudeView extends Page {

    private final Optional<AppelSuivi> appel;
    private final Completude completude;
    private final boolean deroge;
    private final Div contenu = new Div();

    CompletudeView(Appels appels, Completude completude, AgentConnecte agent) {
        super("menu.completude");
        this.appel = appels.courant();
        this.completude = completude;
        this.deroge = agent.a(Role.TIRAGE);
        sousTitre(appel.map(AppelSuivi::titre).orElse(getTranslation("appel.aucun")));
        contenu.addClassName("completude");
        add(contenu);
        if (appel.isPresent()) {
            action(new Button(getTranslation("completude.actualiser"), new DrawnIcon("refresh"), _ -> {
                taire();
                montrer();
            }));
        }
        montrer();
    }

    private void montrer() {
        contenu.removeAll();
        if (appel.isEmpty()) {
            var vide = new Div(getTranslation("completude.sans-appel"));
            vide.addClassName("vide");
            contenu.add(vide);
            return;
        }
        var constat = completude.consulter(appel.get().id());
        contenu.add(verdict(constat));
        var mairies = new UnorderedList();
        mairies.addClassName("mairies");
        Arrays.stream(Secteur.values()).map(secteur -> mairie(secteur, constat)).forEach(mairies::add);
        contenu.add(mairies);
    }

    private Avis verdict(Constat constat) {
        if (!appel.orElseThrow().clos()) {
            return new Avis(Avis.Ton.INFORMATION, getTranslation("completude.appel-ouvert"));
        }
        long enAttente =
                constat.bornes().stream().filter(borne -> !borne.reglee()).count();
        if (enAttente > 0) {
            return new Avis(Avis.Ton.ATTENTION, getTranslation("completude.incomplet", enAttente));
        }
        int derogations = constat.derogations().size();
        return derogations == 0
                ? new Avis(Avis.Ton.REUSSITE, getTranslation("completude.complet"))
                : new Avis(Avis.Ton.REUSSITE, getTranslation("completude.complet.derogations", derogations));
    }

    private ListItem mairie(Secteur secteur, Constat constat) {
        var bornes = constat.bornes().stream()
                .filter(borne -> borne.mairie() == secteur)
                .toList();
        var titre = new Div(DrawnIcon.of(secteur), Balise.de("h2", secteur.nom()));
        titre.addClassName("mairies__titre");
        var mairie = new ListItem(titre);
        mairie.addClassNames("panel");
        if (bornes.isEmpty()) {
            mairie.add(Balise.de("p", getTranslation("completude.sans-borne")).classe("muted"));
        }
        bornes.stream().map(this::borne).forEach(mairie::add);
        formulaires(bornes).ifPresent(mairie::add);
        return mairie;
    }

    /** What the closings say of paper; the forms entered are compared with it on the screen of applications. */
    private Optional<Balise> formulaires(List<Borne> bornes) {
        int papier = bornes.stream()
                .flatMap(borne -> borne.cloture().stream())
                .mapToInt(Completude.Cloture::formulairesPapier)
                .sum();
        return papier == 0
                ? Optional.empty()
                : Optional.of(Balise.de("p", getTranslation("completude.papier", papier))
                        .classe("small"));
    }

    private EtatDeBorneALAppel borne(Borne borne) {
        return new EtatDeBorneALAppel(
                borne, deroge && appel.orElseThrow().clos(), motif -> accorder(borne, motif), () -> retirer(borne));
    }

    private Optional<Completude.Refus> accorder(Borne borne, String motif) {
        var refus = completude.proposer(appel.orElseThrow().id(), borne.id(), borne.etat(), motif);
        switch (refus.orElse(null)) {
            case null -> {
                dire(Avis.Ton.REUSSITE, getTranslation("completude.derogation.proposee", borne.nom()));
                montrer();
            }
            case MOTIF_TROP_COURT, MOTIF_MAL_FORME, NOM_DE_CANDIDAT, TEXTES_SUSPENDUS -> {
                // Said at the field; what is typed stays.
            }
            case L_ETAT_A_CHANGE, RIEN_NE_MANQUE, DEJA_PROPOSEE -> {
                dire(
                        Avis.Ton.ERREUR,
                        getTranslation("completude.refus." + refus.get().name()));
                montrer();
            }
        }
        return refus;
    }

    private void retirer(Borne borne) {
        boolean retiree = completude.retirer(appel.orElseThrow().id(), borne.id());
        dire(
                retiree ? Avis.Ton.REUSSITE : Avis.Ton.ERREUR,
                getTranslation(retiree ? "completude.derogation.retiree" : "completude.derogation.absente"));
        montrer();
    }
}
