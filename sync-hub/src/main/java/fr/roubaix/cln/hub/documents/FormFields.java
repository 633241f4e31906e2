package fr.roubaix.cln.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.render.Box;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.w3c.dom.Element;

/**
 * Turns the empty boxes of a typeset page into fields. A template marks each by an element whose id begins with {@code
 * champ-}, with {@code data-champ} (texte, choix, coche), a title that a screen reader says, and for a choice {@code
 * data-groupe}, {@code data-question} and {@code data-valeur}. The typesetter makes fields of its own, but without the
 * tags that PDF/UA-1 asks for (7.18.4): here each field has its place in the reading order.
 */
final class FormFields {

    /** Between the frame and what one types, in points. */
    private static final float TEXT_INSET = 4;

    private final PDDocument pdf;
    private final PDAcroForm form;
    private final FieldTags tags;
    private final Map<String, Choice> choices = new LinkedHashMap<>();

    FormFields(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        this.form = new PDAcroForm(pdf);
        this.tags = new FieldTags(pdf);
        pdf.getDocumentCatalog().setAcroForm(form);
        // A simple font, whole: what people type is not known yet, and readers do not type with composite fonts.
        var font = PDTrueTypeFont.load(pdf, Fonts.regular(), WinAnsiEncoding.INSTANCE);
        var resources = new PDResources();
        resources.put(COSName.getPDFName("CLN"), font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/CLN 11 Tf 0 g");
        form.setNeedAppearances(false);
    }

    void add(List<PagePosition<Box>> boxes) throws IOException {
        var fields = new ArrayList<PDField>();
        for (PagePosition<Box> box : boxes) {
            Element element = box.getElement().getElement();
            PDPage page = pdf.getPage(box.getPageNo());
            var widget = new PDAnnotationWidget();
            boolean text = element.getAttribute("data-champ").equals("texte");
            float inset = text ? TEXT_INSET : 0;
            widget.setRectangle(
                    new PDRectangle(box.getX() + inset, box.getY(), box.getWidth() - 2 * inset, box.getHeight()));
            widget.setPage(page);
            widget.setPrinted(true);
            String label = element.getAttribute("title");
            switch (element.getAttribute("data-champ")) {
                case "texte" -> fields.add(text(box.getId(), label, widget));
                case "coche" -> fields.add(tick(box.getId(), label, widget));
                case "choix" -> choice(element, widget);
                default -> throw new IllegalArgumentException("no such field: " + box.getId());
            }
            page.getAnnotations().add(widget);
            page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
            tags.tag(box.getId(), label, widget, page);
        }
        choices.values().forEach(choice -> {
            choice.group().setWidgets(choice.widgets());
            fields.add(choice.group());
        });
        form.setFields(fields);
        tags.finish();
    }

    private PDTextField text(String id, String label, PDAnnotationWidget widget) {
        var field = new PDTextField(form);
        field.setPartialName(id.substring("champ-".length()));
        field.setAlternateFieldName(label);
        field.setDefaultAppearance("/CLN 11 Tf 0 g");
        field.setWidgets(List.of(widget));
        return field;
    }

    private PDCheckBox tick(String id, String label, PDAnnotationWidget widget) throws IOException {
        var field = new PDCheckBox(form);
        field.setPartialName(id.substring("champ-".length()));
        field.setAlternateFieldName(label);
        field.setWidgets(List.of(widget));
        Ticks.draw(pdf, widget, "Oui");
        return field;
    }

    private void choice(Element element, PDAnnotationWidget widget) throws IOException {
        var choice = choices.computeIfAbsent(element.getAttribute("data-groupe"), name -> {
            var group = new PDRadioButton(form);
            group.setPartialName(name);
            group.setAlternateFieldName(element.getAttribute("data-question"));
            return new Choice(group, new ArrayList<>());
        });
        choice.widgets().add(widget);
        Ticks.draw(pdf, widget, element.getAttribute("data-valeur"));
    }

    /** One answer among several boxes. */
    private record Choice(PDRadioButton group, List<PDAnnotationWidget> widgets) {}
}
