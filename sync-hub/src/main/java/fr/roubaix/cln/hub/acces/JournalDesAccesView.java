package fr.roubaix.cln.hub.acces;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;

import fr.roubaix.cln.hub.shell.Page;
import fr.roubaix.cln.web.DrawnIcon;
import fr.roubaix.cln.web.FrenchDates;

/** Who opened which file, the newest first: to be searched and exported. */
@Route("gestion/acces")
@Menu(title = "menu.acces", order = 86, icon = "eye")
@RolesAllowed("DPO")
class JournalDesAccesView extends Page {

    private final ConsultationDesAcces consultation;
    private final Grid<Acces> grille = new Grid<>();
    private final TextField code = new TextField();
    private final ComboBox<String> par = new ComboBox<>();
    private final ComboBox<JournalDesAcces.Ecran> ecran = new ComboBox<>();
    private final DatePicker du = new DatePicker();
    private final DatePicker au = new DatePicker();
    private final Span compte = new Span();

    JournalDesAccesView(ConsultationDesAcces consultation) {
        super("menu.acces");
        this.consultation = consultation;
        sousTitre(getTranslation("acces.aide"));
        action(exporter());
        colonnes();
        grille.addClassName("lignes");
        grille.setEmptyStateText(getTranslation("acces.aucun"));
        grille.setItems(
                question -> consultation.lignes(valeur(), question.getOffset(), question.getLimit()).stream(),
                _ -> consultation.combien(valeur()));
        var cote = new Div(grille);
        cote.addClassName("md");
        add(filtre(), cote);
        compter();
    }

    private void colonnes() {
        grille.addColumn(acces -> FrenchDates.instant(acces.le()))
                .setHeader(getTranslation("acces.instant"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grille.addColumn(Acces::par).setHeader(getTranslation("acces.agent")).setAutoWidth(true);
        grille.addColumn(acces ->
                        acces.code().substring(0, 5) + "-" + acces.code().substring(5))
                .setHeader(getTranslation("acces.dossier"))
                .setAutoWidth(true);
        grille.addColumn(Acces::ecran).setHeader(getTranslation("acces.ecran")).setFlexGrow(1);
    }

    private Div filtre() {
        code.setLabel(getTranslation("acces.dossier"));
        code.setValueChangeMode(ValueChangeMode.LAZY);
        code.setClearButtonVisible(true);
        par.setLabel(getTranslation("acces.agent"));
        par.setItems(consultation.agents());
        par.setClearButtonVisible(true);
        ecran.setLabel(getTranslation("acces.ecran"));
        ecran.setItems(JournalDesAcces.Ecran.values());
        ecran.setItemLabelGenerator(JournalDesAcces.Ecran::titre);
        ecran.setClearButtonVisible(true);
        for (DatePicker date : List.of(du, au)) {
            date.setLocale(Locale.FRANCE);
            date.setClearButtonVisible(true);
        }
        du.setLabel(getTranslation("acces.du"));
        au.setLabel(getTranslation("acces.au"));
        code.addValueChangeListener(_ -> filtrer());
        par.addValueChangeListener(_ -> filtrer());
        ecran.addValueChangeListener(_ -> filtrer());
        du.addValueChangeListener(_ -> filtrer());
        au.addValueChangeListener(_ -> filtrer());
        compte.addClassNames("compte", "muted", "small");
        compte.getElement().setAttribute("role", "status");
        var filtre = new Div(code, par, ecran, du, au, compte);
        filtre.addClassName("flt");
        return filtre;
    }

    private Anchor exporter() {
        DownloadHandler fichier = DownloadHandler.fromInputStream(_ -> {
            byte[] octets = consultation.exporter(valeur());
            return new DownloadResponse(
                    new ByteArrayInputStream(octets), "acces-cln.csv", "text/csv;charset=utf-8", octets.length);
        });
        var lien = new Anchor(fichier, "");
        lien.add(new DrawnIcon("download"), new Span(getTranslation("acces.exporter")));
        lien.addClassName("btn");
        lien.getElement().setAttribute("download", "acces-cln.csv");
        return lien;
    }

    private FiltreDesAcces valeur() {
        return new FiltreDesAcces(
                code.getValue(),
                Optional.ofNullable(par.getValue()),
                Optional.ofNullable(ecran.getValue()),
                Optional.ofNullable(du.getValue()),
                Optional.ofNullable(au.getValue()));
    }

    private void filtrer() {
        grille.getDataProvider().refreshAll();
        compter();
    }

    private void compter() {
        compte.setText(getTranslation("acces.affiches", consultation.combien(valeur())));
    }
}
