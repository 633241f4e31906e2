package fr.roubaix.cln.web.candidature;

import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.DrawnIcon;

/** One sentence or two with a drawing, when a screen has nothing to ask. */
public final class Message extends Div {

    private final Paragraph texte;

    private Message(String icone, String role, String texte) {
        addClassNames("note", "message");
        getElement().setAttribute("role", role);
        this.texte = new Paragraph(texte);
        add(new DrawnIcon(icone), this.texte);
    }

    public static Message information(String texte) {
        return new Message("info", "note", texte);
    }

    /** When the next call opens, if one is announced. */
    public static Message prochainAppel(Optional<Appel> prochain) {
        var message = information("");
        message.texte.setText(prochain.map(appel -> message.getTranslation(
                        "parcours.ferme.prochain", Dates.in(message.getLocale()).fullDay(appel.ouvreLe())))
                .orElseGet(() -> message.getTranslation("parcours.ferme.texte")));
        return message;
    }

    public static Message alerte(String texte) {
        var message = new Message("alert", "alert", texte);
        message.addClassName("note--warn");
        return message;
    }
}
