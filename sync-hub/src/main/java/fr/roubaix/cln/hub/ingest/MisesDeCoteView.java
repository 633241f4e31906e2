package fr.roubaix.cln.hub.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Cle;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Entree;
import fr.roubaix.cln.hub.security.AgentConnecte;
import fr.roubaix.cln.hub.security.Role;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Etiquette;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.web.FrenchDates;

/** What kiosks delivered and the hub could not take: a list to go through, a panel to do something about one. */
@Route("gestion/mises-de-cote")
@Menu(title = "menu.mises-de-cote", order = 52, icon = "shield")
@RolesAllowed({"ADMIN", "SECRETARIAT", "TIRAGE"})
class MisesDeCoteView extends Page {

    private final TraitementDesMisesDeCote traitement;
    private final boolean agit;
    private final Map<KioskId, Kiosk> bornes;
    private final Grid<Entree> grille = new Grid<>();
    private final FiltreDesMisesDeCote filtre;
    private final Div cote = new Div(grille);
    private @Nullable Cle ouverte;

    MisesDeCoteView(TraitementDesMisesDeCote traitement, Kiosks kiosks, AgentConnecte agent) {
        super("menu.mises-de-cote");
        this.traitement = traitement;
        this.agit = agent.a(Role.ADMIN);
        this.bornes = kiosks.all().stream().collect(Collectors.toMap(Kiosk::id, kiosk -> kiosk));
        this.filtre = new FiltreDesMisesDeCote(List.copyOf(bornes.keySet()), this::nom, this::relire);
        colonnes();
        grille.addClassName("lignes");
        grille.addItemClickListener(clic -> ouvrir(clic.getItem().cle()));
        grille.setPartNameGenerator(entree -> entree.cle().equals(ouverte) ? "choisie" : null);
        grille.setEmptyStateText(getTranslation("mise.aucune"));
        cote.addClassName("md");
        if (!agit) {
            add(new Avis(Avis.Ton.INFORMATION, getTranslation("mise.lecture-seule")));
        }
        add(filtre, cote);
        relire();
    }

    private void colonnes() {
        grille.addColumn(entree -> FrenchDates.shortInstant(entree.recueLe()))
                .setHeader(getTranslation("mise.recue"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(entree -> nom(entree.cle().borne()))
                .setHeader(getTranslation("mise.borne"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(entree -> getTranslation("mise.genre", genre(entree), entree.seq()))
                .setHeader(getTranslation("mise.envoi"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(entree -> raison(entree.raison()))
                .setHeader(getTranslation("mise.raison"))
                .setFlexGrow(1);
        grille.addColumn(new ComponentRenderer<>(this::etat))
                .setHeader(getTranslation("mise.etat"))
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private String genre(Entree entree) {
        String cle = "mise.genre." + entree.genre().name();
        String mot = getTranslation(cle);
        return mot.contains(cle) ? entree.genre().name() : mot;
    }

    private String raison(Reason raison) {
        return getTranslation("mise.raison." + raison.name());
    }

    private Etiquette etat(Entree entree) {
        if (entree.enAttente()) {
            return new Etiquette(Etiquette.Ton.ATTENTION, getTranslation("mise.etat.EN_ATTENTE"));
        }
        return new Etiquette(
                Etiquette.Ton.OK,
                getTranslation(entree.reglement().isPresent() ? "mise.etat.REGLEE" : "mise.etat.PRISE_DEPUIS"));
    }

    private String nom(KioskId id) {
        return Optional.ofNullable(bornes.get(id))
                .map(kiosk -> getTranslation(
                        "mise.borne.nom", id.toString(), kiosk.mairie().nom()))
                .orElse(id.toString());
    }

    private void relire() {
        var entrees = traitement.entrees(filtre.valeur());
        grille.setItems(entrees);
        filtre.compter(entrees.size());
        sousTitre(getTranslation("mise.resume", traitement.enAttente()));
        Cle choisie = ouverte;
        if (choisie != null) {
            ouvrir(choisie);
        }
    }

    private void ouvrir(Cle cle) {
        fermer();
        traitement.entree(cle).ifPresent(entree -> {
            ouverte = cle;
            cote.addClassName("ouvert");
            cote.add(new DetailDeMiseDeCote(
                    entree, nom(cle.borne()), genre(entree), agit ? Optional.of(traitement) : Optional.empty(), this));
            grille.getDataProvider().refreshAll();
        });
    }

    void fermer() {
        ouverte = null;
        cote.removeClassName("ouvert");
        cote.getChildren().filter(DetailDeMiseDeCote.class::isInstance).toList().forEach(cote::remove);
        grille.getDataProvider().refreshAll();
    }

    /** Says what became of an act, over what is true now. */
    void fait(Avis.Ton ton, String phrase) {
        relire();
        dire(ton, phrase);
    }
}
