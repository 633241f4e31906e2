package fr.roubaix.cln.web.gallery;

import static fr.roubaix.cln.web.gallery.Samples.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

import fr.roubaix.cln.web.StatusLine;
import fr.roubaix.cln.web.StatusLine.Tone;
import fr.roubaix.cln.web.access.OnScreenKeyboard;
import fr.roubaix.cln.web.access.OnScreenKeyboard.Keys;
import fr.roubaix.cln.web.access.ReadAloud;
import fr.roubaix.cln.web.access.VoiceCheck;
import fr.roubaix.cln.web.candidature.Ecran;
import fr.roubaix.cln.web.saisie.ChoixDeParite;

/** What the frame brings to every screen has no looks of its own: here is what it works on. */
final class AccessExhibits {

    private static final String CODE = "7F3K9-Q2MXE";

    private AccessExhibits() {}

    /** What is read as it stands, kept silent, spelled, read although it is a picture; then the voices of this machine. */
    static List<Component> readings() {
        var answer = new Paragraph(words("lecture.reponse"));
        ReadAloud.makePrivate(answer);
        var code = new Paragraph(CODE);
        ReadAloud.spell(code);
        var picture = new StatusLine().say(Tone.GOOD, "check-circle", words("lecture.image"));
        picture.getElement().setAttribute("aria-hidden", "true");
        ReadAloud.readAnyway(picture);
        return List.of(new Paragraph(words("lecture.texte")), answer, code, picture, new VoiceCheck());
    }

    /** A field for each set of keys; the keys come up at a touch. */
    static List<Component> keyboards() {
        return Arrays.stream(Keys.values()).map(AccessExhibits::field).toList();
    }

    private static Component field(Keys keys) {
        var field = new TextField(words("touches." + keys.name().toLowerCase(Locale.ROOT)));
        OnScreenKeyboard.wants(field, keys);
        return inAForm(field);
    }

    /** A way on and the way back that "cancel" takes, a field with its keys, a group whose answers are stops. */
    static List<Component> stops() {
        return List.of(
                Ecran.principal(words("principal"), "arrow", () -> {}),
                Ecran.secondaire(words("secondaire"), "back", () -> {}),
                new Paragraph(words("exemple.boutons")),
                field(Keys.CHIFFRES),
                new ChoixDeParite());
    }

    private static Div inAForm(TextField field) {
        var form = new Div(field);
        form.addClassName("saisie");
        return form;
    }
}
