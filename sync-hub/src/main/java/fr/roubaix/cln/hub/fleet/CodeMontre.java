package fr.roubaix.cln.hub.fleet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** The code just given to an agent, shown this once. */
final class CodeMontre extends Dialog {

    CodeMontre(String nom, CodeDAgent code) {
        setHeaderTitle(getTranslation("agents.code-donne", nom));
        setCloseOnOutsideClick(false);
        var chiffres = new Paragraph(code.chiffres());
        chiffres.addClassName("code-unique");
        add(chiffres, new Paragraph(getTranslation("agents.code-donne.aide")));
        var fermer = new Button(getTranslation("agents.code-donne.note"), _ -> close());
        fermer.addThemeVariants(ButtonVariant.PRIMARY);
        fermer.setAutofocus(true);
        getFooter().add(fermer);
    }
}
