package fr.roubaix.cln.web.access;

import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * Lets a box of four buttons (previous, next, choose, cancel) go through every screen. Such boxes are keyboards that send the function
 * keys no keyboard has, and can be set to send others. Add it once to the page.
 */
@Tag("cln-quatre-boutons")
@JavaScript("context://cln/ecran.js")
@JavaScript("context://cln/frappe.js")
@JavaScript("context://cln/boutons.js")
public final class FourButtons extends Component implements LocaleChangeObserver {

    /** Previous, next, choose and cancel of a box that nobody set otherwise. */
    public static final List<String> USUAL = List.of("F13", "F14", "F15", "F16");

    /**
     * Listens to a box.
     *
     * @param keys the four keys, as {@code KeyboardEvent.code} or {@code key} names them: previous, next, choose, cancel
     */
    public FourButtons(List<String> keys) {
        if (keys.size() != USUAL.size()) {
            throw new IllegalArgumentException("a box has " + USUAL.size() + " buttons, not " + keys);
        }
        getElement().setAttribute("touches", String.join(" ", keys));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Said.words(this, "boutons.", List.of("clavier", "clavier-quitte", "sans-clavier", "rangee", "rien-a-annuler"));
    }

    /** Marks the way back of a screen, which "cancel" takes. */
    public static void wayBack(HasElement control) {
        control.getElement().setAttribute("data-retour", true);
    }
}
