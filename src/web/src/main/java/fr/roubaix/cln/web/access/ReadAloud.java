package fr.roubaix.cln.web.access;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.web.DrawnIcon;

/**
 * Reads the screen aloud with a voice of the terminal, in the language of the page, one sentence after the other, each marked
 * while it is heard. Add it once to the page, and its {@link #button} where people look for it. Everything happens in the browser.
 *
 * <p>What a person typed or chose is never read: a terminal is shared and its loudspeaker is heard by the whole hall. Text that
 * repeats it carries {@link #makePrivate}.
 */
@Tag("cln-ecoute")
@JavaScript("context://cln/ecran.js")
@JavaScript("context://cln/ecoute.js")
public final class ReadAloud extends Component implements LocaleChangeObserver {

    private final NativeButton button = new NativeButton();
    private final Span ready = state("pret");
    private final Span reading = state("lit");
    private final Span mute = state("sans");

    public ReadAloud() {
        button.add(new DrawnIcon("sound"), ready, reading, mute);
        button.getElement().setAttribute("data-ecoute", true);
    }

    private static Span state(String name) {
        var state = new Span();
        state.addClassName("ecoute__" + name);
        return state;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Said.words(this, "ecoute.", List.of("sans-voix", "panne", "prive"));
        ready.setText(getTranslation("ecoute.ecouter"));
        reading.setText(getTranslation("ecoute.arreter"));
        mute.setText(getTranslation("ecoute.pas-de-voix"));
    }

    /** Starts and stops the reading; says so when the terminal has no voice for the language of the page. */
    public NativeButton button() {
        return button;
    }

    /** Keeps silent about what this shows: it repeats an answer. One hears once that an answer is on the screen. */
    public static void makePrivate(Component component) {
        component.getElement().setAttribute("data-prive", true);
    }

    /** Has this read letter by letter: it is a code. */
    public static void spell(Component component) {
        component.getElement().setAttribute("data-epeler", true);
    }

    /** Has this read although screen readers pass over it, for example the picture of a receipt. */
    public static void readAnyway(Component component) {
        component.getElement().setAttribute("data-lire", true);
    }
}
