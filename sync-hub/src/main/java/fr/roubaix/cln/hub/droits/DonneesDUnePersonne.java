package fr.roubaix.cln.hub.droits;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.droits.ExportDUnePersonne.Forme;
import fr.roubaix.cln.web.DrawnIcon;

/** What can be handed to a person of their data, and the restriction of their file; first, that they are who they say. */
final class DonneesDUnePersonne extends Section {

    private final ReceiptCode code;
    private final LimitationDUnePersonne limitation;
    private final BiConsumer<String, Boolean> suite;
    private final Select<Verification> moyen = new Select<>();
    private final Div fichiers = new Div();

    /** @param suite shows a sentence, by its key, and whether the act was done */
    DonneesDUnePersonne(
            ReceiptCode code,
            ExportDUnePersonne export,
            LimitationDUnePersonne limitation,
            BiConsumer<String, Boolean> suite) {
        this.code = code;
        this.limitation = limitation;
        this.suite = suite;
        addClassName("panel");
        moyen.setLabel(getTranslation("personne.verification"));
        moyen.setItems(Verification.values());
        moyen.setItemLabelGenerator(choix -> getTranslation("personne.verification." + choix.name()));
        moyen.setManualValidation(true);
        moyen.setWidthFull();
        moyen.addValueChangeListener(_ -> {
            moyen.setInvalid(false);
            fichiers.setVisible(moyen.getValue() != null);
        });
        fichiers.addClassName("actions");
        fichiers.setVisible(false);
        for (Forme forme : Forme.values()) {
            fichiers.add(fichier(export, forme));
        }
        add(
                new H2(getTranslation("personne.titre")),
                new Paragraph(getTranslation("personne.aide")),
                moyen,
                fichiers,
                new Paragraph(getTranslation("personne.rectifier-ou-opposer")),
                bloc());
    }

    private Anchor fichier(ExportDUnePersonne export, Forme forme) {
        String nom = "donnees-" + code.affiche() + "." + forme.suffixe();
        DownloadHandler telechargement = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = export.exporter(code, forme, moyen.getValue()).orElseThrow();
            return new DownloadResponse(new ByteArrayInputStream(octets), nom, forme.type(), octets.length);
        });
        var lien = new Anchor(telechargement, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("personne.export." + forme.name())));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }

    private Div bloc() {
        boolean limitee = limitation.limitee(code);
        var bloc = new Div(
                new Paragraph(getTranslation(limitee ? "personne.lever.aide" : "personne.limiter.aide")),
                new Button(getTranslation(limitee ? "personne.lever" : "personne.limiter"), _ -> agir(limitee)));
        bloc.addClassName("acte");
        return bloc;
    }

    private void agir(boolean limitee) {
        if (limitee) {
            boolean fait = limitation.lever(code);
            suite.accept(fait ? "personne.levee" : "personne.deja", fait);
        } else {
            verifiee().ifPresent(choisi -> {
                boolean fait = limitation.limiter(code, choisi);
                suite.accept(fait ? "personne.limitee" : "personne.deja", fait);
            });
        }
    }

    /** How the identity of whoever asks was verified; when it was not, the field says that it must be. */
    Optional<Verification> verifiee() {
        var choisi = Optional.ofNullable(moyen.getValue());
        moyen.setErrorMessage(getTranslation("personne.verification.manquante"));
        moyen.setInvalid(choisi.isEmpty());
        if (choisi.isEmpty()) {
            moyen.focus();
        }
        return choisi;
    }
}
