package fr.roubaix.cln.hub.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Etat;
import fr.roubaix.cln.hub.privacy.ExportsDuTrousseau.Support;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/**
 * The two media on which the keys are taken away, each exported, brought back and proven here; the master key, and how the
 * phrase is changed.
 */
@Route("gestion/trousseau")
@Menu(title = "menu.trousseau", order = 75, icon = "key")
@RolesAllowed("ADMIN")
class TrousseauView extends Page {

    private final ExportsDuTrousseau exports;
    private final Div supports = new Div();
    private final Map<Support, byte[]> rapportes = new EnumMap<>(Support.class);

    TrousseauView(ExportsDuTrousseau exports, RotationDeLaMaitresse rotation) {
        super("menu.trousseau");
        this.exports = exports;
        sousTitre(getTranslation("trousseau.aide"));
        add(new Avis(Avis.Ton.ATTENTION, getTranslation("trousseau.perdu")));
        supports.addClassName("supports");
        add(supports, new PanneauDeLaMaitresse(rotation, this::montrerLesSupports), phrase());
        montrerLesSupports();
    }

    private void montrerLesSupports() {
        supports.removeAll();
        exports.supports().forEach(etat -> supports.add(panneau(etat)));
    }

    /** How it is changed: at the hub's own machine, since the phrase it reads at its start is changed there too. */
    private Section phrase() {
        var section = new Section(
                new H2(getTranslation("trousseau.phrase.titre")),
                new Paragraph(getTranslation("trousseau.phrase.aide")),
                new Paragraph(getTranslation("trousseau.phrase.exports")),
                new Avis(Avis.Ton.ATTENTION, getTranslation("trousseau.phrase.perdue")));
        section.addClassNames("panel", "formulaire");
        return section;
    }

    private Section panneau(Etat etat) {
        var panneau = new Section();
        panneau.addClassNames("panel", "formulaire");
        remplir(panneau, etat);
        return panneau;
    }

    private void remplir(Section panneau, Etat etat) {
        var support = etat.support();
        panneau.removeAll();
        panneau.add(
                new H2(getTranslation("trousseau.support", support.numero())),
                etat(etat),
                new Paragraph(getTranslation("trousseau.exporter.aide", support.numero())),
                lien(support),
                new Paragraph(getTranslation("trousseau.prouver.aide")));
        var phrase = new PasswordField(getTranslation("trousseau.phrase"));
        var prouver = new Button(getTranslation("trousseau.prouver"), _ -> prouver(panneau, support, phrase));
        prouver.addThemeVariants(ButtonVariant.PRIMARY);
        panneau.add(depot(support), phrase, prouver);
    }

    private Avis etat(Etat etat) {
        if (etat.exporteLe().isEmpty()) {
            return new Avis(Avis.Ton.ATTENTION, getTranslation("trousseau.jamais"));
        }
        String quand = FrenchDates.instant(etat.exporteLe().get());
        if (!etat.actuel()) {
            return new Avis(Avis.Ton.ATTENTION, getTranslation("trousseau.perime", quand));
        }
        return etat.prouveLe()
                .map(le ->
                        new Avis(Avis.Ton.REUSSITE, getTranslation("trousseau.prouve", quand, FrenchDates.instant(le))))
                .orElseGet(() -> new Avis(Avis.Ton.ATTENTION, getTranslation("trousseau.a-prouver", quand)));
    }

    private Anchor lien(Support support) {
        String nom = "trousseau-support-" + support.numero();
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = exports.exporter(support);
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), nom, "application/octet-stream", octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("trousseau.exporter", support.numero())));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private Upload depot(Support support) {
        var depot = new Upload();
        depot.setMaxFiles(1);
        depot.setMaxFileSize(ExportsDuTrousseau.TAILLE_MAXIMUM);
        depot.setUploadButton(new Button(getTranslation("trousseau.choisir")));
        depot.setDropLabel(new Span(getTranslation("trousseau.deposer")));
        depot.setUploadHandler(televersement -> recevoir(support, televersement));
        depot.addFileRejectedListener(_ -> dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.PAS_UN_TROUSSEAU")));
        return depot;
    }

    private void recevoir(Support support, UploadEvent televersement) {
        var ui = televersement.getUI();
        try (var fichier = televersement.getInputStream()) {
            byte[] octets = fichier.readNBytes(ExportsDuTrousseau.TAILLE_MAXIMUM + 1);
            var _ = ui.access(() -> rapporte(support, octets));
        } catch (IOException e) {
            var _ = ui.access(() -> dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.PAS_UN_TROUSSEAU")));
        }
    }

    /** Nothing is kept of a file that cannot be one of keys. */
    void rapporte(Support support, byte[] octets) {
        if (ExportsDuTrousseau.estUnTrousseau(octets)) {
            taire();
            rapportes.put(support, octets);
        } else {
            rapportes.remove(support);
            dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.PAS_UN_TROUSSEAU"));
        }
    }

    private void prouver(Section panneau, Support support, PasswordField phrase) {
        byte[] octets = rapportes.remove(support);
        if (octets == null) {
            dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.RIEN"));
            return;
        }
        var issue = exports.prouver(support, octets, phrase.getValue());
        exports.supports().stream().filter(etat -> etat.support() == support).forEach(etat -> remplir(panneau, etat));
        switch (issue) {
            case ExportsDuTrousseau.Issue.Prouve _ ->
                dire(Avis.Ton.REUSSITE, getTranslation("trousseau.issue.PROUVE", support.numero()));
            case ExportsDuTrousseau.Issue.PhraseRefusee _ ->
                dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.PHRASE_REFUSEE"));
            case ExportsDuTrousseau.Issue.PasUnTrousseau _ ->
                dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.PAS_UN_TROUSSEAU"));
            case ExportsDuTrousseau.Issue.AutresCles _ ->
                dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.AUTRES_CLES"));
            case ExportsDuTrousseau.Issue.JamaisExporte _ ->
                dire(Avis.Ton.ERREUR, getTranslation("trousseau.issue.JAMAIS_EXPORTE", support.numero()));
        }
    }
}
