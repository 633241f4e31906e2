package fr.roubaix.cln.hub.droits;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.domaine.droits.DelaiDeDemande.Urgence;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.FrenchDates;

/** What people asked about their data: those to answer first, by their last day, and one of them beside the list. */
@Route("gestion/demandes")
@Menu(title = "menu.demandes", order = 82, icon = "mail")
@RolesAllowed("DPO")
class DemandesView extends Page {

    private final SuiviDesDemandes suivi;
    private final ExportDUnePersonne export;
    private final EffacementDUnePersonne effacement;
    private final Grid<Demande> grille = new Grid<>();
    private final Div cote = new Div(grille);
    private @Nullable Long ouverte;

    DemandesView(SuiviDesDemandes suivi, ExportDUnePersonne export, EffacementDUnePersonne effacement) {
        super("menu.demandes");
        this.suivi = suivi;
        this.export = export;
        this.effacement = effacement;
        sousTitre(getTranslation("demandes.aide"));
        colonnes();
        grille.addClassName("lignes");
        grille.setEmptyStateText(getTranslation("demandes.aucune"));
        grille.addItemClickListener(clic -> ouvrir(clic.getItem().numero()));
        cote.addClassName("md");
        add(new FormulaireDeDemande(suivi, this::enregistree), cote);
        relire();
    }

    private void colonnes() {
        grille.addColumn(Demande::numero)
                .setHeader(getTranslation("demandes.numero"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(demande -> demande.droit().titre())
                .setHeader(getTranslation("demandes.droit"))
                .setAutoWidth(true);
        grille.addColumn(demande -> FrenchDates.day(demande.recueLe()))
                .setHeader(getTranslation("demandes.recue"))
                .setAutoWidth(true);
        grille.addColumn(demande -> FrenchDates.day(demande.delai().echeance()))
                .setHeader(getTranslation("demandes.echeance"))
                .setAutoWidth(true);
        grille.addColumn(new ComponentRenderer<>(this::etat))
                .setHeader(getTranslation("demandes.etat"))
                .setAutoWidth(true)
                .setFlexGrow(1);
    }

    private Etiquette etat(Demande demande) {
        if (!demande.ouverte()) {
            return new Etiquette(
                    Etiquette.Ton.OK,
                    getTranslation("demandes.issue."
                            + demande.reponse().orElseThrow().issue().name()));
        }
        var urgence = demande.delai().urgence(suivi.aujourdhui());
        return new Etiquette(ton(urgence), DetailDeDemande.reste(demande, suivi.aujourdhui(), this));
    }

    private static Etiquette.Ton ton(Urgence urgence) {
        return switch (urgence) {
            case A_TEMPS -> Etiquette.Ton.ATTENTE;
            case PROCHE -> Etiquette.Ton.ATTENTION;
            case EN_RETARD -> Etiquette.Ton.ARRET;
        };
    }

    private List<Demande> relire() {
        var toutes = suivi.toutes();
        grille.setItems(toutes);
        return toutes;
    }

    private void enregistree() {
        relire();
        dire(Avis.Ton.REUSSITE, getTranslation("demandes.enregistree"));
    }

    private void ouvrir(long numero) {
        fermer();
        relire().stream()
                .filter(demande -> demande.numero() == numero)
                .findFirst()
                .ifPresent(demande -> {
                    ouverte = numero;
                    cote.addClassName("ouvert");
                    cote.add(new DetailDeDemande(demande, suivi, export, effacement, this::agi, this::fermer));
                });
    }

    /** Shows what is true now, then says what became of the act. */
    private void agi(Optional<SuiviDesDemandes.Refus> refus, String reussite) {
        Long numero = ouverte;
        if (numero != null) {
            ouvrir(numero);
        }
        if (refus.isEmpty()) {
            dire(Avis.Ton.REUSSITE, getTranslation(reussite));
        } else {
            dire(Avis.Ton.ERREUR, getTranslation("demandes.refus." + refus.get().name()));
        }
    }

    private void fermer() {
        ouverte = null;
        cote.removeClassName("ouvert");
        cote.getChildren().filter(DetailDeDemande.class::isInstance).toList().forEach(cote::remove);
    }
}
