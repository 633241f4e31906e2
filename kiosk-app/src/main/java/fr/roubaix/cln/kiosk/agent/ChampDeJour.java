package fr.roubaix.cln.kiosk.agent;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** A day, written as on a stamp: 22/11/2026, 22.11.26, 22 11 2026. */
final class ChampDeJour extends TextField {

    private static final Pattern JOUR = Pattern.compile("([0-9]{1,2})[ ./-]+([0-9]{1,2})[ ./-]+([0-9]{4}|[0-9]{2})");

    private static final int LONGUEUR = 20;

    private static final int CE_SIECLE = 2000;

    /** @param cle of its label; {@code .aide} is its help */
    ChampDeJour(String cle) {
        setLabel(getTranslation(cle));
        setHelperText(getTranslation(cle + ".aide"));
        setMaxLength(LONGUEUR);
        setManualValidation(true);
        setAutocomplete(Autocomplete.OFF);
        addValueChangeListener(_ -> setInvalid(false));
        addClassName("saisie__champ");
    }

    void remplir(LocalDate jour) {
        setValue("%02d/%02d/%d".formatted(jour.getDayOfMonth(), jour.getMonthValue(), jour.getYear()));
    }

    boolean vide() {
        return getValue().isBlank();
    }

    /** The day; empty, and the error shown, when it is none. */
    Optional<LocalDate> lire() {
        setInvalid(false);
        if (vide()) {
            refuser("agent.jour.vide");
            return Optional.empty();
        }
        var lu = JOUR.matcher(getValue().strip());
        if (!lu.matches()) {
            refuser("agent.jour.mal-forme");
            return Optional.empty();
        }
        int annee = Integer.parseInt(lu.group(3));
        try {
            return Optional.of(LocalDate.of(
                    annee < 100 ? CE_SIECLE + annee : annee,
                    Integer.parseInt(lu.group(2)),
                    Integer.parseInt(lu.group(1))));
        } catch (DateTimeException e) {
            refuser("agent.jour.inexistant");
            return Optional.empty();
        }
    }

    void refuser(String cle) {
        setErrorMessage(getTranslation(cle));
        setInvalid(true);
    }
}
