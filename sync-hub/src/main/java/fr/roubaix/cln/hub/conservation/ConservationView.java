package fr.roubaix.cln.hub.conservation;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.domaine.conservation.RegleDeConservation;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;

/** What falls due and waits for a visa, what is held, and the rules themselves. */
@Route("gestion/conservation")
@Menu(title = "menu.conservation", order = 84, icon = "erase")
@RolesAllowed("DPO")
class ConservationView extends Page {

    private final ConsultationDesPurges consultation;
    private final ExecutionDesPurges execution;
    private final Div propositions = new Div();
    private final PanneauDesSuspensions suspendues;

    ConservationView(
            ConsultationDesPurges consultation,
            ExecutionDesPurges execution,
            GestionDesSuspensions suspensions,
            DocumentsDeProtection documents,
            Appels appels) {
        super("menu.conservation");
        this.consultation = consultation;
        this.execution = execution;
        this.suspendues = new PanneauDesSuspensions(suspensions, appels.tous(), this::montrer);
        sousTitre(getTranslation("conservation.aide"));
        action(versLesExecutions());
        action(document(
                "conservation.document.registre", "registre-des-traitements.pdf", documents::registreDesTraitements));
        action(document("conservation.document.aipd", "examen-prealable-aipd.pdf", documents::examenPrealable));
        propositions.addClassName("voix");
        add(propositions, suspendues, regles());
        montrer();
    }

    private Anchor versLesExecutions() {
        var lien = new Anchor("gestion/conservation/executions", "");
        lien.add(new DrawnIcon("list"), new Span(getTranslation("conservation.executions")));
        lien.addClassName("btn");
        return lien;
    }

    private Anchor document(String cle, String nom, Supplier<byte[]> contenu) {
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = contenu.get();
            return new DownloadResponse(new ByteArrayInputStream(octets), nom, "application/pdf", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation(cle)));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private void montrer() {
        propositions.removeAll();
        var ouvertes = consultation.ouvertes();
        if (ouvertes.isEmpty()) {
            var vide = new Div(getTranslation("conservation.rien"));
            vide.addClassName("vide");
            propositions.add(vide);
        }
        ouvertes.forEach(purge -> propositions.add(new PanneauDePurge(purge, consultation, this::agir)));
        consultation
                .retenues()
                .forEach((regle, motifs) -> motifs.forEach((motif, nombre) -> propositions.add(new Avis(
                        Avis.Ton.INFORMATION, getTranslation("conservation.retenues", regle.titre(), nombre, motif)))));
    }

    private void agir(PanneauDePurge.Geste geste, Purge purge) {
        Optional<ExecutionDesPurges.Refus> refus = switch (geste) {
            case VISER -> execution.viser(purge.numero(), purge.empreinte());
            case RETIRER -> execution.retirer(purge.numero());
            case EXECUTER -> execution.executer(purge.numero());
        };
        montrer();
        if (refus.isPresent()) {
            dire(
                    Avis.Ton.ERREUR,
                    getTranslation("conservation.refus." + refus.get().name()));
        } else {
            dire(Avis.Ton.REUSSITE, getTranslation("conservation.fait." + geste.name(), purge.numero()));
        }
    }

    private Section regles() {
        var entete = Balise.de("tr");
        for (String cle :
                new String[] {"conservation.donnee", "conservation.duree", "conservation.fin", "conservation.fondement"
                }) {
            entete.add(Balise.de("th", getTranslation(cle)).attribut("scope", "col"));
        }
        var corps = Balise.de("tbody");
        for (RegleDeConservation regle : RegleDeConservation.values()) {
            corps.add(Balise.de(
                    "tr",
                    Balise.de("td", Balise.de("b", regle.titre())),
                    Balise.de("td", duree(regle)),
                    Balise.de("td", regle.mode().titre()).classe("why"),
                    Balise.de("td", fondement(regle)).classe("why")));
        }
        var section = new Section(
                new H2(getTranslation("conservation.regles")),
                Balise.de("table", Balise.de("thead", entete), corps).classe("table"));
        section.addClassNames("panel", "agents");
        return section;
    }

    private String duree(RegleDeConservation regle) {
        return switch (regle.mode()) {
            case ARCHIVE, EN_MEMOIRE -> regle.duree();
            case SUR_VISA, AUTOMATIQUE, A_VENIR ->
                getTranslation(
                        "conservation.depuis", regle.duree(), regle.depart().titre());
        };
    }

    private String fondement(RegleDeConservation regle) {
        return regle.aConfirmer() ? getTranslation("conservation.a-confirmer", regle.fondement()) : regle.fondement();
    }
}
