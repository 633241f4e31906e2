package fr.roubaix.cln.hub.ingest;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.hub.ingest.MisesDeCote.Entree;
import fr.roubaix.cln.hub.ingest.TraitementDesMisesDeCote.Issue;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One envelope set aside: what is known of it, why, what to do, and what was done. */
final class DetailDeMiseDeCote extends Aside {

    private final Entree entree;
    private final MisesDeCoteView vue;
    private final TextArea suite = new TextArea();

    /** @param traitement for those who may act; the others only look */
    DetailDeMiseDeCote(
            Entree entree,
            String borne,
            String genre,
            Optional<TraitementDesMisesDeCote> traitement,
            MisesDeCoteView vue) {
        this.entree = entree;
        this.vue = vue;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("mise.detail"));
        add(entete(genre, borne), fiche());
        add(new H3(getTranslation("mise.que-faire")), new Paragraph(getTranslation(conseil())));
        entree.reglement()
                .ifPresent(reglement -> add(new Paragraph(getTranslation(
                        "mise.reglee-par",
                        reglement.par().valeur(),
                        FrenchDates.instant(reglement.le()),
                        reglement.suite()))));
        if (vide()) {
            add(new Paragraph(getTranslation("mise.contenu-detruit")));
        }
        traitement.filter(_ -> entree.enAttente() || !vide()).ifPresent(agir -> add(actions(agir)));
    }

    /** Its time is over, or the person it came from was erased. */
    private boolean vide() {
        return entree.taille() == 0;
    }

    private String conseil() {
        if (entree.priseDepuis()) {
            return "mise.conseil.PRISE_DEPUIS";
        }
        return entree.enAttente() ? "mise.conseil." + entree.raison().name() : "mise.conseil.REGLEE";
    }

    private Div entete(String genre, String borne) {
        var origine = new Paragraph(getTranslation("mise.origine", borne, FrenchDates.instant(entree.recueLe())));
        origine.addClassNames("muted", "small");
        var fermer = new Button(new DrawnIcon("x"), _ -> vue.fermer());
        fermer.addThemeVariants(ButtonVariant.TERTIARY);
        fermer.setAriaLabel(getTranslation("action.fermer"));
        var entete = new Div(new Div(new H2(genre), origine), fermer);
        entete.addClassName("dh");
        return entete;
    }

    private DescriptionList fiche() {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        ligne(
                liste,
                "mise.raison",
                getTranslation("mise.raison." + entree.raison().name()));
        ligne(liste, "mise.chaine", entree.chaine().hex());
        ligne(liste, "mise.numero", Long.toString(entree.seq()));
        ligne(liste, "mise.taille", getTranslation("mise.octets", entree.taille()));
        ligne(liste, "mise.empreinte", entree.cle().empreinte().hex());
        return liste;
    }

    private void ligne(DescriptionList liste, String cle, String valeur) {
        liste.add(new DescriptionList.Term(getTranslation(cle)), new DescriptionList.Description(valeur));
    }

    private Div actions(TraitementDesMisesDeCote traitement) {
        var actions = new Div();
        actions.addClassName("actions");
        if (entree.enAttente()) {
            var reessayer = new Button(getTranslation("mise.reessayer"), _ -> reessayer(traitement));
            reessayer.addThemeVariants(ButtonVariant.PRIMARY);
            suite.setLabel(getTranslation("quarantaine.suite"));
            suite.setMaxLength(TraitementDesMisesDeCote.LONGUEUR);
            suite.setManualValidation(true);
            actions.add(reessayer, suite, new Button(getTranslation("quarantaine.regler"), _ -> regler(traitement)));
        }
        if (!vide()) {
            actions.add(telecharger(traitement));
        }
        return actions;
    }

    private void reessayer(TraitementDesMisesDeCote traitement) {
        Issue issue = traitement.reessayer(entree.cle());
        switch (issue) {
            case Issue.Prise _ -> vue.fait(Avis.Ton.REUSSITE, getTranslation("mise.issue.Prise"));
            case Issue.EncoreRefusee(var raison) ->
                vue.fait(
                        Avis.Ton.ATTENTION,
                        getTranslation("mise.issue.EncoreRefusee", getTranslation("mise.raison." + raison.name())));
            case Issue.CleManquante _ -> vue.fait(Avis.Ton.ATTENTION, getTranslation("mise.issue.CleManquante"));
            case Issue.DejaReglee _ -> vue.fait(Avis.Ton.INFORMATION, getTranslation("mise.issue.DejaReglee"));
            case Issue.PlacePrise _ -> vue.fait(Avis.Ton.ATTENTION, getTranslation("mise.issue.PlacePrise"));
            case Issue.PlusAuthentique _ -> vue.fait(Avis.Ton.ERREUR, getTranslation("mise.issue.PlusAuthentique"));
            case Issue.Echec _ -> vue.fait(Avis.Ton.ERREUR, getTranslation("mise.issue.Echec"));
        }
    }

    private void regler(TraitementDesMisesDeCote traitement) {
        boolean vide = suite.getValue().isBlank();
        suite.setInvalid(vide);
        if (vide) {
            suite.setErrorMessage(getTranslation("quarantaine.suite.manquante"));
            return;
        }
        if (traitement.regler(entree.cle(), suite.getValue())) {
            vue.fait(Avis.Ton.REUSSITE, getTranslation("mise.reglee"));
        } else {
            vue.fait(Avis.Ton.INFORMATION, getTranslation("mise.issue.DejaReglee"));
        }
    }

    private Anchor telecharger(TraitementDesMisesDeCote traitement) {
        String nom = "mise-de-cote-" + entree.cle().empreinte().hex().substring(0, 12) + Bundle.EXPORT;
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets =
                    (traitement.octets(entree.cle()).orElseThrow().text() + "\n").getBytes(StandardCharsets.US_ASCII);
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), nom, "application/octet-stream", octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("mise.telecharger")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }
}
