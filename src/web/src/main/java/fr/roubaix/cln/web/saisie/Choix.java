package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/** One choice among a few, each as large as a card. */
final class Choix<T extends Enum<T>> extends RadioButtonGroup<T> implements LocaleChangeObserver {

    private final String nom;
    private final List<T> choix;

    /** @param nom of its texts: {@code saisie.<nom>.libelle}, {@code .<constant>} and {@code .erreur} */
    Choix(String nom, List<T> choix) {
        this.nom = nom;
        this.choix = choix;
        setLabel(getTranslation("saisie." + nom + ".libelle"));
        setItems(choix);
        setItemLabelGenerator(item -> getTranslation("saisie." + nom + "." + item.name()));
        setManualValidation(true);
        addValueChangeListener(_ -> setInvalid(false));
        addClassNames("saisie__choix", "saisie__choix--" + nom);
    }

    /** The choice, or none and the error shown. */
    Optional<T> lire() {
        setInvalid(isEmpty());
        setErrorMessage(getTranslation("saisie." + nom + ".erreur"));
        return getOptionalValue();
    }

    /** Item by item: refreshing all of them would forget the answer. */
    @Override
    public void localeChange(LocaleChangeEvent event) {
        setLabel(getTranslation("saisie." + nom + ".libelle"));
        setErrorMessage(getTranslation("saisie." + nom + ".erreur"));
        choix.forEach(getListDataView()::refreshItem);
    }

    void remplir(T valeur) {
        setValue(valeur);
        setInvalid(false);
    }

    /** The first answer takes the focus: the group itself cannot. */
    void focus() {
        getElement()
                .getChildren()
                .filter(enfant -> enfant.getTag().equals("vaadin-radio-button"))
                .findFirst()
                .ifPresent(premier -> premier.callJsFunction("focus"));
    }
}
