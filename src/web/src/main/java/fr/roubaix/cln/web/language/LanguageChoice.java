package fr.roubaix.cln.web.language;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;

/** Five large choices, each named in its own language and said so to a screen reader. Choosing changes the page at once. */
public final class LanguageChoice extends Dialog {

    public LanguageChoice() {
        setHeaderTitle(getTranslation("langue.titre"));
        var choices = new Div();
        choices.addClassNames("samples", "langues");
        for (Language language : Language.values()) {
            choices.add(choice(language));
        }
        add(choices);
        getFooter().add(new Button(getTranslation("langue.fermer"), _ -> close()));
    }

    private NativeButton choice(Language language) {
        var choice = new NativeButton(getTranslation(language.locale(), "langue.nom"), _ -> choose(language));
        choice.addClassName("sample");
        var element = choice.getElement();
        element.setAttribute("lang", language.html());
        element.setAttribute("dir", language.direction());
        element.setAttribute("aria-pressed", Boolean.toString(language == Language.of(getLocale())));
        return choice;
    }

    private void choose(Language language) {
        var ui = getUI().orElseGet(UI::getCurrent);
        close();
        ui.setLocale(language.locale());
    }
}
