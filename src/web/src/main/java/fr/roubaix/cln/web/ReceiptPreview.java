package fr.roubaix.cln.web;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/**
 * A picture of a receipt leaving its slot. Decoration for those who see: every line of it is said elsewhere on the screen,
 * and it holds no name, as the receipt itself.
 */
public final class ReceiptPreview extends Div {

    /**
     * A receipt.
     *
     * @param lines between title and number
     * @param code five and five
     */
    public ReceiptPreview(String mark, String title, List<String> lines, String code, String keep) {
        var slot = new Div();
        slot.addClassName("fin__fente");
        var sheet = new Div(line("strong", mark), line("fin__papier-titre", title));
        lines.forEach(text -> sheet.add(new Paragraph(text)));
        sheet.add(line("fin__papier-code", code), line("strong", keep));
        sheet.addClassName("fin__feuille");
        add(slot, sheet);
        addClassName("fin__papier");
        getElement().setAttribute("aria-hidden", "true");
        // Whoever has the screen read aloud hears what is on the receipt.
        getElement().setAttribute("data-lire", true);
    }

    private static Paragraph line(String className, String text) {
        var line = new Paragraph(text);
        line.addClassName(className);
        return line;
    }
}
