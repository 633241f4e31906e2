package fr.roubaix.cln.hub.register;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** What narrows the register: words, who, which act, from which day to which. The address holds the same. */
final class FiltreDuRegistre extends Div {

    private final TextField mots = new TextField();
    private final ComboBox<String> auteur = new ComboBox<>();
    private final ComboBox<Acte> acte = new ComboBox<>();
    private final DatePicker du = new DatePicker();
    private final DatePicker au = new DatePicker();
    private final Span compte = new Span();
    private boolean lit;

    FiltreDuRegistre(List<String> auteurs, Runnable change) {
        addClassName("flt");
        mots.setLabel(getTranslation("registre.mots"));
        mots.setValueChangeMode(ValueChangeMode.LAZY);
        mots.setClearButtonVisible(true);
        auteur.setLabel(getTranslation("registre.auteur"));
        auteur.setItems(auteurs);
        auteur.setClearButtonVisible(true);
        acte.setLabel(getTranslation("registre.acte"));
        acte.setItems(Arrays.asList(Acte.values()));
        acte.setItemLabelGenerator(Acte::titre);
        acte.setClearButtonVisible(true);
        for (DatePicker date : List.of(du, au)) {
            date.setLocale(Locale.FRANCE);
            date.setClearButtonVisible(true);
        }
        du.setLabel(getTranslation("registre.du"));
        au.setLabel(getTranslation("registre.au"));
        mots.addValueChangeListener(_ -> changer(change));
        auteur.addValueChangeListener(_ -> changer(change));
        acte.addValueChangeListener(_ -> changer(change));
        du.addValueChangeListener(_ -> changer(change));
        au.addValueChangeListener(_ -> changer(change));
        compte.addClassNames("compte", "muted", "small");
        compte.getElement().setAttribute("role", "status");
        add(mots, auteur, acte, du, au, compte);
    }

    private void changer(Runnable change) {
        if (!lit) {
            change.run();
        }
    }

    Filtre valeur() {
        return new Filtre(
                mots.getValue(),
                Optional.ofNullable(auteur.getValue()),
                Optional.ofNullable(acte.getValue()),
                Optional.ofNullable(du.getValue()),
                Optional.ofNullable(au.getValue()));
    }

    /** Takes what an address says; what it says wrongly counts for nothing. */
    void lire(QueryParameters adresse) {
        lit = true;
        mots.setValue(adresse.getSingleParameter("mots").orElse(""));
        auteur.setValue(adresse.getSingleParameter("auteur")
                .filter(nom -> auteur.getListDataView().getItems().anyMatch(nom::equals))
                .orElse(null));
        acte.setValue(adresse.getSingleParameter("acte").flatMap(Acte::lire).orElse(null));
        du.setValue(jour(adresse, "du"));
        au.setValue(jour(adresse, "au"));
        lit = false;
    }

    private static @Nullable LocalDate jour(QueryParameters adresse, String cle) {
        try {
            return adresse.getSingleParameter(cle).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException _) {
            return null;
        }
    }

    QueryParameters parametres() {
        var parametres = new LinkedHashMap<String, String>();
        Filtre filtre = valeur();
        if (!filtre.mots().isEmpty()) {
            parametres.put("mots", filtre.mots());
        }
        filtre.auteur().ifPresent(nom -> parametres.put("auteur", nom));
        filtre.acte().ifPresent(choisi -> parametres.put("acte", choisi.name()));
        filtre.du().ifPresent(jour -> parametres.put("du", jour.toString()));
        filtre.au().ifPresent(jour -> parametres.put("au", jour.toString()));
        return QueryParameters.simple(parametres);
    }

    void compter(int montrees) {
        compte.setText(getTranslation("registre.affichees", montrees));
    }
}
