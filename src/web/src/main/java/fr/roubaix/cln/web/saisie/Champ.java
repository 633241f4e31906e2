package fr.roubaix.cln.web.saisie;

import java.util.Optional;
import java.util.function.Supplier;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.domaine.habitant.Saisie;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.domaine.habitant.Saisie.Motif;
import fr.roubaix.cln.domaine.habitant.Saisie.Refusee;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.OnScreenKeyboard.Keys;

/** One line of text whose errors are the domain's, said in this field's own words. */
final class Champ extends TextField implements LocaleChangeObserver {

    private final String nom;
    private String aide = "aide";
    private Supplier<String> erreur = () -> "";

    /** @param nom of its texts: {@code saisie.<nom>.libelle}, {@code .aide} and {@code .erreur.<motif>} */
    Champ(String nom) {
        this.nom = nom;
        dire();
        setManualValidation(true);
        setAutocorrect(false);
        setAutocomplete(Autocomplete.OFF);
        addValueChangeListener(_ -> setInvalid(false));
        addClassName("saisie__champ");
    }

    /** Lets the browser fill in what it knows of the person, unless the terminal is everybody's. */
    Champ connu(Poste poste, Autocomplete sens) {
        if (poste == Poste.PERSONNEL) {
            setAutocomplete(sens);
        }
        return this;
    }

    /** Says which keys a terminal without a keyboard draws for it. */
    Champ touches(Keys touches) {
        OnScreenKeyboard.wants(this, touches);
        return this;
    }

    /** Takes what the domain made of the text: the value, or none and the error shown. */
    <T> Optional<T> juger(Saisie<T> saisie) {
        return switch (saisie) {
            case Lue(var valeur) -> {
                setInvalid(false);
                yield Optional.of(valeur);
            }
            case Refusee(var motif) -> {
                refuser(motif);
                yield Optional.empty();
            }
        };
    }

    void refuser(Motif motif) {
        refuser(motif.name());
    }

    /** Shows an error by the last part of its key. */
    void refuser(String quoi, Object... details) {
        erreur = () -> getTranslation("saisie." + nom + ".erreur." + quoi, details);
        setErrorMessage(erreur.get());
        setInvalid(true);
    }

    /** Another help than the usual one, by the last part of its key. */
    void aide(String autre) {
        aide = autre;
        dire();
    }

    private void dire() {
        setLabel(getTranslation("saisie." + nom + ".libelle"));
        setHelperText(getTranslation("saisie." + nom + "." + aide));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        dire();
        if (isInvalid()) {
            setErrorMessage(erreur.get());
        }
    }

    /** Whether nothing was typed: an optional field left so is no error. */
    boolean vide() {
        return getValue().isBlank();
    }

    void remplir(String valeur) {
        setValue(valeur);
        setInvalid(false);
    }
}
