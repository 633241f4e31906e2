package fr.roubaix.cln.hub.affichage;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.affichage.DepartDesLettres;
import fr.roubaix.cln.domaine.affichage.LieuDAffichage;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Refus;
import fr.roubaix.cln.hub.affichage.InscriptionDesDates.Suivi;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** When each closed procès-verbal was published and posted, and whether the letters may leave. */
@Route("gestion/affichage")
@Menu(title = "menu.affichage", order = 42, icon = "pin")
@RolesAllowed({"SECRETARIAT", "PRESIDENCE", "TIRAGE", "OBSERVATEUR"})
class AffichageView extends Page {

    private final InscriptionDesDates inscription;
    private final boolean inscrit;
    private final Div contenu = new Div();
    private Optional<ProcesVerbalClos> choisi = Optional.empty();

    AffichageView(InscriptionDesDates inscription, AgentConnecte agent) {
        super("affichage.titre");
        this.inscription = inscription;
        this.inscrit = agent.a(Role.SECRETARIAT);
        sousTitre(getTranslation("affichage.aide"));
        var tous = inscription.tous();
        if (tous.size() > 1) {
            action(choix(tous));
        }
        contenu.addClassName("voix");
        add(contenu);
        if (!inscrit) {
            dire(Avis.Ton.INFORMATION, getTranslation("affichage.lecture-seule"));
        }
        montrer();
    }

    private Select<Suivi> choix(List<Suivi> tous) {
        var liste = new Select<Suivi>();
        liste.setLabel(getTranslation("affichage.tirage"));
        liste.setItems(tous);
        liste.setItemLabelGenerator(Suivi::titre);
        liste.setValue(tous.getFirst());
        liste.addValueChangeListener(change -> {
            choisi = Optional.of(change.getValue().procesVerbal());
            taire();
            montrer();
        });
        return liste;
    }

    private void montrer() {
        contenu.removeAll();
        inscription.tous().stream()
                .filter(suivi ->
                        choisi.map(pv -> pv.equals(suivi.procesVerbal())).orElse(true))
                .findFirst()
                .ifPresentOrElse(this::montrer, () -> {
                    var vide = new Div(getTranslation("affichage.aucun"));
                    vide.addClassName("vide");
                    contenu.add(vide);
                });
    }

    private void montrer(Suivi suivi) {
        var pv = suivi.procesVerbal();
        var depart = suivi.depart();
        var page = new Anchor(
                "/tirages/" + pv.id().appel(), getTranslation("affichage.clos", FrenchDates.instant(pv.closLe())));
        page.setRouterIgnore(true);
        contenu.add(
                new Avis(
                        depart instanceof DepartDesLettres.Permis ? Avis.Ton.REUSSITE : Avis.Ton.ATTENTION,
                        depart.phrase()),
                new Paragraph(page),
                new PanneauDePublication(suivi, inscription, inscrit, this::fait));
        var lieux = new Div();
        lieux.addClassName("supports");
        for (LieuDAffichage lieu : LieuDAffichage.values()) {
            lieux.add(new PanneauDAffichage(suivi, lieu, inscription, inscrit, this::fait));
        }
        contenu.add(
                new Section(
                        new H2(getTranslation("affichage.places")),
                        new Paragraph(getTranslation("affichage.places.aide"))),
                lieux);
    }

    /** Shows everything again: what was written, or what somebody else wrote meanwhile. */
    private void fait(Optional<Refus> refus) {
        montrer();
        if (refus.isPresent()) {
            dire(
                    Avis.Ton.ERREUR,
                    getTranslation("affichage.refus." + refus.get().name()));
        } else {
            dire(Avis.Ton.REUSSITE, getTranslation("affichage.fait"));
        }
    }
}
