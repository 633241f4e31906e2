package fr.roubaix.cln.web.language;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A text for whoever was there before the page began anew, in the language that they had chosen and that the new page no
 * longer speaks. The browser alone knows it, from the page before, and shows one of the five; without one, that of the page.
 */
@Tag("cln-apres")
@JavaScript("context://cln/langue.js")
public final class AfterVisit extends HtmlContainer implements HasComponents {

    /** @param key of the text */
    public AfterVisit(String key) {
        for (Language language : Language.values()) {
            var text = new Paragraph(getTranslation(language.locale(), key));
            text.setClassName("apres__page", language == Language.of(getLocale()));
            text.getElement()
                    .setAttribute("lang", language.html())
                    .setAttribute("dir", language.direction())
                    .setAttribute("data-langue", language.tag());
            add(text);
        }
    }
}
