package fr.roubaix.cln.web.saisie;

import java.util.stream.IntStream;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

import fr.roubaix.cln.web.DrawnIcon;

/**
 * A number pad beside the fields it fills. The keys write in the browser, without a round trip and without taking the
 * focus from the field; the script is {@code cln/pave.js}.
 *
 * <p>A field may carry {@value #CHIFFRES}: once it holds so many digits, the next key goes to the following field.
 */
@Tag("cln-pave")
@JavaScript("context://cln/ecran.js")
@JavaScript("context://cln/frappe.js")
@JavaScript("context://cln/pave.js")
public final class Pave extends HtmlContainer implements HasComponents, LocaleChangeObserver {

    /** Attribute of a field: how many digits fill it. */
    static final String CHIFFRES = "data-chiffres";

    private final boolean plusieurs;
    private Div touches;

    /** Beside several fields, with a key that goes on to the next one. */
    Pave(Component champs) {
        this(champs, true);
    }

    private Pave(Component champs, boolean plusieurs) {
        this.plusieurs = plusieurs;
        this.touches = touches(plusieurs);
        addClassName("pave");
        add(champs, touches);
    }

    /** Beside a single field, or something that contains one. */
    public static Pave pourUnChamp(Component champ) {
        return new Pave(champ, false);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        remove(touches);
        touches = touches(plusieurs);
        add(touches);
    }

    private Div touches(boolean plusieurs) {
        var touches = new Div();
        touches.addClassName("pave__touches");
        touches.getElement().setAttribute("role", "group");
        touches.getElement().setAttribute("aria-label", getTranslation("saisie.pave"));
        IntStream.rangeClosed(1, 9).forEach(n -> touches.add(touche(Integer.toString(n))));
        var effacer = fonction("effacer", getTranslation("saisie.pave.effacer"));
        effacer.addComponentAsFirst(new DrawnIcon("erase"));
        touches.add(effacer, touche("0"));
        if (plusieurs) {
            touches.add(suivant());
        }
        return touches;
    }

    private NativeButton suivant() {
        var suivant = fonction("suivant", getTranslation("saisie.pave.suivant"));
        var fleche = new DrawnIcon("arrow");
        fleche.addClassName("icon--dir");
        suivant.add(fleche);
        return suivant;
    }

    private static NativeButton touche(String chiffre) {
        var touche = new NativeButton(chiffre);
        touche.addClassName("pave__touche");
        touche.getElement().setAttribute("type", "button");
        touche.getElement().setAttribute("data-touche", chiffre);
        return touche;
    }

    private static NativeButton fonction(String nom, String libelle) {
        var touche = touche("");
        touche.add(new Span(libelle));
        touche.addClassName("pave__touche--fonction");
        touche.getElement().setAttribute("data-touche", nom);
        return touche;
    }
}
