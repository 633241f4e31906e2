package fr.roubaix.cln.hub.documents;

import java.io.IOException;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceEntry;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** The two looks of a box to tick, drawn with lines: no font of symbols to embed. The box itself stands on the page. */
final class Ticks {

    private static final float LINE = 1.6f;

    private Ticks() {}

    static void draw(PDDocument pdf, PDAnnotationWidget widget, String on) throws IOException {
        var looks = new COSDictionary();
        // In place: some readers do not look for the two looks elsewhere, and draw nothing.
        looks.setDirect(true);
        looks.setItem(COSName.getPDFName(on), look(pdf, widget, true));
        looks.setItem(COSName.Off, look(pdf, widget, false));
        var appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(new PDAppearanceEntry(looks));
        widget.setAppearance(appearance);
        widget.setAppearanceState(COSName.Off.getName());
    }

    private static PDAppearanceStream look(PDDocument pdf, PDAnnotationWidget widget, boolean ticked)
            throws IOException {
        float width = widget.getRectangle().getWidth();
        float height = widget.getRectangle().getHeight();
        var look = new PDAppearanceStream(pdf);
        look.setBBox(new PDRectangle(width, height));
        look.setResources(new PDResources());
        if (ticked) {
            try (var drawing = new PDAppearanceContentStream(look)) {
                drawing.setLineWidth(LINE);
                drawing.moveTo(width * .22f, height * .22f);
                drawing.lineTo(width * .78f, height * .78f);
                drawing.moveTo(width * .22f, height * .78f);
                drawing.lineTo(width * .78f, height * .22f);
                drawing.stroke();
            }
        }
        return look;
    }
}
