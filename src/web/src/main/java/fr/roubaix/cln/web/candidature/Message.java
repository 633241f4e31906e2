package fr.roubaix.cln.web.candidature;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.web.DrawnIcon;

/** One sentence or two with a drawing, when a screen has nothing to ask. */
public final class Message extends Div {

    private Message(String icone, String role, String texte) {
        addClassNames("note", "message");
        getElement().setAttribute("role", role);
        add(new DrawnIcon(icone), new Paragraph(texte));
    }

    public static Message information(String texte) {
        return new Message("info", "note", texte);
    }

    public static Message alerte(String texte) {
        var message = new Message("alert", "alert", texte);
        message.addClassName("note--warn");
        return message;
    }
}
