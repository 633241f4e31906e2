package fr.roubaix.cln.hub.enligne;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.candidature.Reussite;
import fr.roubaix.cln.web.candidature.Suite;

/** The number of an application already stored, its receipt to take away, and what comes next. Nothing is printed. */
final class Confirmation extends Div {

    private final ReceiptCode code;
    private final Instant le;
    private final Optional<Appel> appel;
    private final RecuEnPdf recus;

    Confirmation(ReceiptCode code, Instant le, Optional<Appel> appel, RecuEnPdf recus) {
        this.code = code;
        this.le = le;
        this.appel = appel;
        this.recus = recus;
        addClassName("fin");
        var tout = new Div(new Reussite(code), new Suite(recu(), appel));
        tout.addClassName("fin__gauche");
        add(tout);
    }

    private Div recu() {
        var titre = new Paragraph(new Span(getTranslation("enligne.fin.recu")));
        titre.addClassName("fin__titre");
        var lien = new Anchor(
                DownloadHandler.fromInputStream(_ -> pdf()),
                AttachmentType.DOWNLOAD,
                getTranslation("enligne.fin.recu.telecharger"));
        lien.addComponentAsFirst(new DrawnIcon("download"));
        lien.addClassNames("btn", "fin__telecharger");
        return new Div(titre, new Paragraph(getTranslation("enligne.fin.recu.texte")), lien);
    }

    /** Made when it is asked for: what the screen says does not wait for it. */
    private DownloadResponse pdf() {
        byte[] pdf = recus.ecrire(code, le, appel);
        return new DownloadResponse(
                new ByteArrayInputStream(pdf), "recu-" + code.affiche() + ".pdf", "application/pdf", pdf.length);
    }
}
