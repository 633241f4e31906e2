package fr.roubaix.cln.web.access;

import java.util.List;

import com.vaadin.flow.component.Component;

/** Hands to a custom element the words that it says by itself, without asking the server. */
final class Said {

    private Said() {}

    /** Each word becomes the attribute {@code mot-<name>}, from the text {@code <family><name>}. */
    static void words(Component element, String family, List<String> names) {
        names.forEach(name -> element.getElement().setAttribute("mot-" + name, element.getTranslation(family + name)));
    }
}
