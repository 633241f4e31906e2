package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** Where an administrator types a code for an agent, or leaves the hub to make one. */
final class ChampDeCode extends TextField {

    ChampDeCode() {
        setLabel(getTranslation("agents.code"));
        setHelperText(getTranslation("agents.code.aide"));
        setAllowedCharPattern("[0-9]");
        setMaxLength(CodeDAgent.MAXIMUM);
        setAutocomplete(Autocomplete.OFF);
        setManualValidation(true);
        getElement().setAttribute("inputmode", "numeric");
    }
}
