package fr.roubaix.cln.web.saisie;

import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;

/** One choice among a few, each as large as a card. */
final class Choix<T extends Enum<T>> extends RadioButtonGroup<T> {

    private final String nom;

    /** @param nom of its texts: {@code saisie.<nom>.libelle}, {@code .<constant>} and {@code .erreur} */
    Choix(String nom, List<T> choix) {
        this.nom = nom;
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
