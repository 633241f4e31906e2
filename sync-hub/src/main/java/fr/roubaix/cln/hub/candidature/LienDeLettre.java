package fr.roubaix.cln.hub.candidature;

import java.io.ByteArrayInputStream;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.web.DrawnIcon;

/** The letter to one person, to print. Its file is named after the receipt, never after the person. */
final class LienDeLettre extends Anchor {

    LienDeLettre(ReceiptCode code, LettresAuxPersonnes lettres) {
        String nom = "lettre-" + code.affiche() + ".pdf";
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> lettres.imprimer(code)
                .map(pdf -> new DownloadResponse(new ByteArrayInputStream(pdf), nom, "application/pdf", pdf.length))
                .orElseGet(() -> DownloadResponse.error(HttpStatusCode.NOT_FOUND)));
        setHref(fichier);
        add(new DrawnIcon("down"), new Span(getTranslation("candidature.imprimer-la-lettre")));
        addClassName("btn");
        getElement().setAttribute("download", nom);
    }
}
