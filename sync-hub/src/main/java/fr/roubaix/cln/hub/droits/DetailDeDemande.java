package fr.roubaix.cln.hub.droits;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.droits.Droit;
import fr.roubaix.cln.hub.candidature.EffacementDUnePersonne;
import fr.roubaix.cln.hub.droits.Demande.Identification;
import fr.roubaix.cln.hub.droits.Demande.Verification;
import fr.roubaix.cln.hub.droits.SuiviDesDemandes.Refus;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** One request: its last day, whose it is, what the hub can do now, and the answer. */
final class DetailDeDemande extends Aside {

    private static final int MOTIF_MAXIMUM = 500;

    private final Demande demande;
    private final SuiviDesDemandes suivi;
    private final BiConsumer<Optional<Refus>, String> agir;

    DetailDeDemande(
            Demande demande,
            SuiviDesDemandes suivi,
            ExportDUnePersonne export,
            EffacementDUnePersonne effacement,
            BiConsumer<Optional<Refus>, String> agir,
            Runnable fermer) {
        this.demande = demande;
        this.suivi = suivi;
        this.agir = agir;
        addClassName("det");
        getElement().setAttribute("aria-label", getTranslation("demandes.detail", demande.numero()));
        add(entete(fermer), fiche());
        if (demande.ouverte()) {
            add(delai());
            sort(effacement).ifPresent(this::add);
        }
        demande.identification().ifPresent(qui -> {
            add(fichiers(export), limitation(qui.code()));
        });
        if (demande.ouverte()) {
            add(identifier(), prolonger(), repondre());
        }
    }

    private Div entete(Runnable fermer) {
        var bouton = new Button(new DrawnIcon("x"), _ -> fermer.run());
        bouton.addThemeVariants(ButtonVariant.TERTIARY);
        bouton.setAriaLabel(getTranslation("action.fermer"));
        var entete = new Div(
                new H2(getTranslation(
                        "demandes.titre", demande.numero(), demande.droit().titre())),
                bouton);
        entete.addClassName("dh");
        return entete;
    }

    private DescriptionList fiche() {
        var liste = new DescriptionList();
        liste.addClassName("kv");
        ligne(
                liste,
                "demandes.recue",
                getTranslation(
                        "demandes.recue.valeur",
                        FrenchDates.day(demande.recueLe()),
                        getTranslation("demandes.canal." + demande.canal().name())));
        ligne(liste, "demandes.echeance", FrenchDates.day(demande.delai().echeance()));
        ligne(
                liste,
                "demandes.personne",
                demande.identification()
                        .map(qui -> getTranslation(
                                "demandes.personne.valeur",
                                qui.code().affiche(),
                                getTranslation(
                                        "demandes.verification." + qui.moyen().name())))
                        .orElseGet(() -> getTranslation("demandes.personne.inconnue")));
        demande.prolongation().ifPresent(p -> ligne(liste, "demandes.prolongation", p.motif()));
        demande.reponse().ifPresent(reponse -> {
            ligne(
                    liste,
                    "demandes.reponse",
                    getTranslation(
                            "demandes.reponse.valeur",
                            getTranslation("demandes.issue." + reponse.issue().name()),
                            FrenchDates.instant(reponse.trace().le()),
                            reponse.trace().par().valeur()));
            ligne(liste, "demandes.motif", reponse.motif());
        });
        return liste;
    }

    private void ligne(DescriptionList liste, String cle, String valeur) {
        liste.add(new DescriptionList.Term(getTranslation(cle)), new DescriptionList.Description(valeur));
    }

    private Avis delai() {
        var ton = switch (demande.delai().urgence(suivi.aujourdhui())) {
            case A_TEMPS -> Avis.Ton.INFORMATION;
            case PROCHE -> Avis.Ton.ATTENTION;
            case EN_RETARD -> Avis.Ton.ERREUR;
        };
        return new Avis(ton, reste(demande, suivi.aujourdhui(), this));
    }

    /** For whoever wants to leave: whether that can be done now, or why not and until when. */
    private Optional<Avis> sort(EffacementDUnePersonne effacement) {
        boolean partir = demande.droit() == Droit.EFFACEMENT || demande.droit() == Droit.OPPOSITION;
        return demande.identification().filter(_ -> partir).map(qui -> switch (effacement.examiner(qui.code())) {
            case EffacementDUnePersonne.Sort.Inconnue _ ->
                new Avis(Avis.Ton.ERREUR, getTranslation("droits.refus.inconnue"));
            case EffacementDUnePersonne.Sort.DejaEffacee(var le) ->
                new Avis(Avis.Ton.REUSSITE, getTranslation("droits.deja-effacee", FrenchDates.fullInstant(le)));
            case EffacementDUnePersonne.Sort.Gardee gardee ->
                new Avis(Avis.Ton.ATTENTION, SortDUnePersonne.raison(gardee.besoin(), this));
            case EffacementDUnePersonne.Sort.Effacable _ ->
                new Avis(Avis.Ton.INFORMATION, getTranslation("demandes.effacable"))
                        .avec(new Anchor("gestion/droits", getTranslation("menu.droits")));
        });
    }

    /** How long is left, in words. */
    static String reste(Demande demande, LocalDate aujourdhui, Component vue) {
        long jours = ChronoUnit.DAYS.between(aujourdhui, demande.delai().echeance());
        return jours < 0
                ? vue.getTranslation("demandes.en-retard", -jours)
                : vue.getTranslation("demandes.reste", jours);
    }

    private Div fichiers(ExportDUnePersonne export) {
        var fichiers =
                new Div(fichier(export, ExportDUnePersonne.Forme.HTML), fichier(export, ExportDUnePersonne.Forme.JSON));
        fichiers.addClassName("actions");
        return fichiers;
    }

    private Anchor fichier(ExportDUnePersonne export, ExportDUnePersonne.Forme forme) {
        String nom = "demande-" + demande.numero() + "." + forme.suffixe();
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = export.exporter(demande.numero(), forme);
            return new DownloadResponse(new ByteArrayInputStream(octets), nom, forme.type(), octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("down"), new Span(getTranslation("demandes.export." + forme.name())));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private Div limitation(ReceiptCode code) {
        boolean limite = suivi.limite(code);
        var bouton = new Button(
                getTranslation(limite ? "demandes.lever" : "demandes.limiter"),
                _ -> agir.accept(
                        suivi.limiter(demande.numero(), !limite), limite ? "demandes.levee" : "demandes.limitee"));
        var bloc = new Div(
                new Paragraph(getTranslation(limite ? "demandes.lever.aide" : "demandes.limiter.aide")), bouton);
        bloc.addClassName("acte");
        return bloc;
    }

    private Details identifier() {
        var code = new TextField(getTranslation("demandes.code"));
        code.setHelperText(getTranslation("demandes.code.aide"));
        var moyen = new Select<Verification>();
        moyen.setLabel(getTranslation("demandes.verification"));
        moyen.setItems(Verification.values());
        moyen.setItemLabelGenerator(choix -> getTranslation("demandes.verification." + choix.name()));
        demande.identification().map(Identification::code).ifPresent(connu -> code.setValue(connu.affiche()));
        var bouton = new Button(
                getTranslation("demandes.identifier"),
                _ -> agir.accept(
                        suivi.identifier(demande.numero(), code.getValue(), moyen.getValue()), "demandes.identifiee"));
        var details = details("demandes.identifier.titre", code, moyen, bouton);
        details.setOpened(demande.identification().isEmpty());
        return details;
    }

    private Details prolonger() {
        var motif = motif();
        var bouton = new Button(
                getTranslation("demandes.prolonger"),
                _ -> agir.accept(suivi.prolonger(demande.numero(), motif.getValue()), "demandes.prolongee"));
        return details(
                "demandes.prolonger.titre", new Paragraph(getTranslation("demandes.prolonger.aide")), motif, bouton);
    }

    private Details repondre() {
        var issue = new Select<Demande.Issue>();
        issue.setLabel(getTranslation("demandes.issue"));
        issue.setItems(Demande.Issue.values());
        issue.setItemLabelGenerator(choix -> getTranslation("demandes.issue." + choix.name()));
        var motif = motif();
        var bouton = new Button(
                getTranslation("demandes.repondre"),
                _ -> agir.accept(
                        suivi.repondre(demande.numero(), issue.getValue(), motif.getValue()), "demandes.close"));
        bouton.addThemeVariants(ButtonVariant.PRIMARY);
        var details = details("demandes.repondre.titre", new Paragraph(conseil()), issue, motif, bouton);
        details.setOpened(demande.identification().isPresent());
        return details;
    }

    /** What must be true before a yes. */
    private String conseil() {
        Droit droit = demande.droit();
        return getTranslation("demandes.conseil." + droit.name());
    }

    private TextField motif() {
        var motif = new TextField(getTranslation("demandes.motif"));
        motif.setHelperText(getTranslation("demandes.motif.aide"));
        motif.setMaxLength(MOTIF_MAXIMUM);
        return motif;
    }

    private Details details(String cle, Component... contenu) {
        var champs = new Div(contenu);
        champs.addClassName("formulaire");
        return new Details(getTranslation(cle), champs);
    }
}
