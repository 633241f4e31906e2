package fr.roubaix.cln.web;

import java.util.Optional;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie;

/**
 * The ten characters of a receipt (Crockford's base 32), shown five and five as they are typed. A scanner types the whole
 * square here, which stays as it came.
 */
@JavaScript("context://cln/code.js")
public final class CodeField extends TextField {

    /** As long as the square of a receipt. */
    private static final int LONGEST_SQUARE = 200;

    public CodeField(String label, String help) {
        setLabel(label);
        setHelperText(help);
        setMaxLength(LONGEST_SQUARE);
        setManualValidation(true);
        // A public terminal must never offer what the last person typed.
        setAutocomplete(Autocomplete.OFF);
        addClassNames("code-field", "follow-field");
        getElement().setAttribute("autocapitalize", "characters");
        getElement().setAttribute("spellcheck", "false");
        getElement().setAttribute("data-code", true);
        getElement().setAttribute("data-clavier", "code");
        addValueChangeListener(_ -> setInvalid(false));
    }

    /** The number that a person typed, in whatever way; none when it is not one. */
    public Optional<ReceiptCode> typed() {
        return switch (ReceiptCode.lire(getValue())) {
            case Saisie.Lue<ReceiptCode>(var code) -> Optional.of(code);
            case Saisie.Refusee<ReceiptCode> _ -> Optional.empty();
        };
    }

    /** Says next to the field what to do, and takes the focus there. */
    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        focus();
    }
}
