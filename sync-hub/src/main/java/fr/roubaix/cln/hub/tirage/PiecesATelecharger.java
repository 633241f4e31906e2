package fr.roubaix.cln.hub.tirage;

import java.io.ByteArrayInputStream;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.hub.shell.Balise;
import fr.roubaix.cln.web.DrawnIcon;

/** The fingerprint of the list and the files of a ceremony, as far as it has gone. */
final class PiecesATelecharger extends Div {

    private final CeremonieId id;

    /**
     * Shows them.
     *
     * @param signe whether the person signed in may take the original with the names
     */
    PiecesATelecharger(Tirage tirage, Tirages tirages, ProcesVerbalDuTirage procesVerbal, boolean signe) {
        this.id = tirage.id();
        addClassName("pieces");
        add(empreinte(tirage));
        if (tirage instanceof Tirage.ResultatConnu) {
            add(lien(
                    "tirage.telecharger.pv",
                    "pv.json",
                    () -> tirages.procesVerbal(id).orElseThrow()));
        }
        if (tirage instanceof Tirage.Clos) {
            documents(procesVerbal, signe);
        }
    }

    private Component empreinte(Tirage tirage) {
        String hex = tirage.arret().liste().empreinte().hex();
        var texte = new Div(
                Balise.de("b", getTranslation("tirage.empreinte")),
                new Div(Balise.de("span", hex.replaceAll("(....)(?!$)", "$1 ")).classe("mono")));
        var bloc = new Div(
                new DrawnIcon("hash"),
                texte,
                lien(
                        "tirage.telecharger.liste",
                        "liste-" + id.cle() + ".csv",
                        () -> tirage.arret().liste().octets()));
        bloc.addClassName("hash");
        return bloc;
    }

    private void documents(ProcesVerbalDuTirage procesVerbal, boolean signe) {
        add(
                lien(
                        "tirage.telecharger.ceremonie",
                        "ceremonie.json",
                        () -> procesVerbal.ceremonie(id).orElseThrow()),
                lien(
                        "tirage.telecharger.public",
                        "proces-verbal-" + id.cle() + ".pdf",
                        () -> procesVerbal.publique(id).orElseThrow()));
        if (signe) {
            add(lien(
                    "tirage.telecharger.a-signer",
                    "proces-verbal-a-signer-" + id.cle() + ".pdf",
                    () -> procesVerbal.aSigner(id).orElseThrow()));
        }
    }

    private Anchor lien(String cle, String nom, Supplier<byte[]> contenu) {
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = contenu.get();
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), nom, "application/octet-stream", octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation(cle)));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }
}
