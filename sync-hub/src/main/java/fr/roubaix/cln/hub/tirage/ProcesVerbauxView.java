package fr.roubaix.cln.hub.tirage;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Supplier;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.appel.AppelSuivi;
import fr.roubaix.cln.hub.appel.Appels;
import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** The closed procès-verbaux: the original to sign and to keep, and what everyone reads. */
@Route("gestion/proces-verbaux")
@Menu(title = "menu.proces-verbaux", order = 41, icon = "form")
@RolesAllowed({"SECRETARIAT", "PRESIDENCE"})
class ProcesVerbauxView extends Page {

    private final Tirages tirages;
    private final ProcesVerbalDuTirage procesVerbal;

    ProcesVerbauxView(Appels appels, Tirages tirages, ProcesVerbalDuTirage procesVerbal) {
        super("menu.proces-verbaux");
        this.tirages = tirages;
        this.procesVerbal = procesVerbal;
        List<Section> clos = appels.tous().stream()
                .flatMap(appel -> tirages.tirage(appel.id()).stream()
                        .filter(Tirage.Clos.class::isInstance)
                        .map(Tirage.Clos.class::cast)
                        .map(tirage -> section(appel, tirage)))
                .toList();
        if (clos.isEmpty()) {
            var vide = new Div(getTranslation("proces-verbaux.vide"));
            vide.addClassName("vide");
            add(vide);
        }
        clos.forEach(this::add);
    }

    private Section section(AppelSuivi appel, Tirage.Clos clos) {
        var id = clos.id();
        var liens = new Div(
                lien(
                        "tirage.telecharger.a-signer",
                        "proces-verbal-a-signer-" + id.cle() + ".pdf",
                        () -> procesVerbal.aSigner(id).orElseThrow()),
                lien(
                        "tirage.telecharger.public",
                        "proces-verbal-" + id.cle() + ".pdf",
                        () -> procesVerbal.publique(id).orElseThrow()),
                lien(
                        "tirage.telecharger.ceremonie",
                        "ceremonie.json",
                        () -> procesVerbal.ceremonie(id).orElseThrow()),
                lien(
                        "tirage.telecharger.pv",
                        "pv.json",
                        () -> tirages.procesVerbal(id).orElseThrow()));
        liens.addClassName("ft");
        var section = new Section(
                new H2(appel.titre()),
                new Paragraph(getTranslation(
                        "proces-verbaux.clos",
                        FrenchDates.instant(clos.cloture().le()))),
                new Paragraph(getTranslation("proces-verbaux.aide")),
                liens);
        section.addClassName("panel");
        return section;
    }

    private Anchor lien(String cle, String nom, Supplier<byte[]> contenu) {
        var lien = new Anchor(
                DownloadHandler.fromInputStream(_ -> {
                    byte[] octets = contenu.get();
                    return new DownloadResponse(
                            new ByteArrayInputStream(octets), nom, "application/octet-stream", octets.length);
                }),
                "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation(cle)));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", nom);
        return lien;
    }
}
