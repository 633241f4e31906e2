package fr.roubaix.cln.hub.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadEvent;

import fr.roubaix.cln.hub.ingest.RapportDePaquet.Ligne;
import fr.roubaix.cln.hub.ingest.RapportDePaquet.Sort;
import fr.roubaix.cln.hub.limites.TailleDesDemandes;
import fr.roubaix.cln.hub.shell.Avis;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.web.DrawnIcon;

/**
 * Where an administrator brings what a kiosk without network put on a stick, reads what became of it, and takes the return
 * away. A section for the page of the kiosks.
 */
public final class DepotDePaquet extends Section {

    private static final List<Sort> SANS_SOUCI = List.of(Sort.ACCEPTEE, Sort.DEJA_RECUE);

    private static final int LIGNES_SANS_DEFILER = 12;

    private static final int LONGUEUR_DU_NOM = 80;

    private final ImportDePaquet importDePaquet;
    private final Upload depot = new Upload();
    private final Div resultat = new Div();

    public DepotDePaquet(ImportDePaquet importDePaquet) {
        this.importDePaquet = importDePaquet;
        addClassNames("panel", "formulaire");
        depot.setAcceptedFileTypes(Bundle.EXPORT);
        depot.setMaxFiles(1);
        depot.setMaxFileSize(TailleDesDemandes.FICHIER);
        depot.setUploadButton(new Button(getTranslation("paquet.choisir")));
        depot.setDropLabel(new Span(getTranslation("paquet.deposer")));
        depot.setI18n(mots());
        depot.setUploadHandler(this::recevoir);
        // Without server push, what was read is shown with the answer to the next request: the browser makes one here.
        depot.getElement().addEventListener("upload-success", _ -> {});
        depot.getElement().addEventListener("upload-error", _ -> {});
        depot.addFileRejectedListener(_ -> refuser("paquet.refus.genre"));
        resultat.getElement().setAttribute("role", "status");
        resultat.addClassName("formulaire");
        add(new H2(getTranslation("paquet.titre")), new Paragraph(getTranslation("paquet.aide")), depot, resultat);
    }

    /** In the thread of the request that brings the file: it is read as it comes, and never held whole. */
    private void recevoir(UploadEvent televersement) {
        var ui = televersement.getUI();
        String nom = televersement.getFileName();
        try (var paquet = televersement.getInputStream()) {
            var rapport = importDePaquet.importer(paquet);
            var _ = ui.access(() -> montrer(nom, rapport));
        } catch (IOException e) {
            var _ = ui.access(() -> refuser("paquet.refus.interrompu"));
        } catch (PasUnPaquetException _) {
            var _ = ui.access(() -> refuser("paquet.refus.contenu"));
        } catch (TrousseauEnRetardException e) {
            String phrase = String.valueOf(e.getMessage());
            var _ = ui.access(() -> dire(new Avis(Avis.Ton.ERREUR, phrase)));
        }
    }

    private void refuser(String cle) {
        dire(new Avis(Avis.Ton.ERREUR, getTranslation(cle)));
    }

    private void dire(Avis avis) {
        resultat.removeAll();
        resultat.add(avis);
        depot.clearFileList();
    }

    void montrer(String nom, RapportDePaquet rapport) {
        boolean souci = rapport.lignes().stream().anyMatch(ligne -> !SANS_SOUCI.contains(ligne.sort()));
        boolean vide = rapport.lignes().isEmpty();
        dire(new Avis(
                souci || vide || !rapport.complet() ? Avis.Ton.ATTENTION : Avis.Ton.REUSSITE,
                getTranslation(
                        vide ? "paquet.vide" : souci ? "paquet.lu.souci" : "paquet.lu",
                        nom,
                        rapport.lignes().size())));
        if (!rapport.complet()) {
            resultat.add(new Avis(Avis.Ton.ATTENTION, getTranslation("paquet.trop-long")));
        }
        resultat.add(comptes(rapport.comptes()));
        if (souci) {
            resultat.add(soucis(rapport));
        }
        if (!vide) {
            resultat.add(new Paragraph(getTranslation("paquet.retour.aide")), retour(nom, rapport.retour()));
        }
    }

    private UnorderedList comptes(Map<Sort, Long> comptes) {
        var liste = new UnorderedList();
        liste.addClassName("chk");
        comptes.forEach((sort, nombre) -> {
            boolean bien = SANS_SOUCI.contains(sort);
            var element = new ListItem(
                    new DrawnIcon(bien ? "check-circle" : "alert"),
                    new Span(getTranslation("paquet.compte." + sort.name(), nombre)));
            element.addClassName(bien ? "ok" : "warn");
            liste.add(element);
        });
        return liste;
    }

    private Grid<Ligne> soucis(RapportDePaquet rapport) {
        var grille = new Grid<Ligne>();
        grille.addColumn(Ligne::numero)
                .setHeader(getTranslation("paquet.ligne"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(ligne -> ligne.borne().map(Object::toString).orElse(""))
                .setHeader(getTranslation("mise.borne"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(ligne -> ligne.seq().map(Object::toString).orElse(""))
                .setHeader(getTranslation("mise.numero"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(ligne -> getTranslation("paquet.sort." + ligne.sort().name()))
                .setHeader(getTranslation("paquet.suite"))
                .setFlexGrow(1);
        var lignes = rapport.lignes().stream()
                .filter(ligne -> !SANS_SOUCI.contains(ligne.sort()))
                .toList();
        grille.setItems(lignes);
        grille.setAllRowsVisible(lignes.size() <= LIGNES_SANS_DEFILER);
        grille.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        return grille;
    }

    private Anchor retour(String nom, Bytes retour) {
        String fichier = nomDeFichier(nom) + Bundle.RETURN;
        byte[] octets = retour.toArray();
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> new DownloadResponse(
                new ByteArrayInputStream(octets), fichier, "application/octet-stream", octets.length));
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("paquet.retour")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", fichier);
        return lien;
    }

    /** What a browser called the file, as far as it may stand in a header and on any disk. */
    static String nomDeFichier(String nom) {
        String sain = nom.replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "_");
        return sain.isBlank() ? "paquet" : sain.substring(0, Math.min(sain.length(), LONGUEUR_DU_NOM));
    }

    private UploadI18N mots() {
        var mots = new UploadI18N();
        mots.setError(new UploadI18N.Error()
                .setIncorrectFileType(getTranslation("paquet.refus.genre"))
                .setFileIsTooBig(getTranslation("paquet.refus.genre")));
        mots.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("paquet.envoi.attente"))
                        .setProcessing(getTranslation("paquet.envoi.lecture"))
                        .setStalled(getTranslation("paquet.envoi.attente")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("paquet.refus.interrompu"))
                        .setUnexpectedServerError(getTranslation("paquet.refus.interrompu"))
                        .setForbidden(getTranslation("erreur.refuse.acte"))));
        return mots;
    }
}
