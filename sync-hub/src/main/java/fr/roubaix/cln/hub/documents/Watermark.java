package fr.roubaix.cln.hub.documents;

import java.io.IOException;
import java.io.InputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * A word across every page, under what the document says. It is an artifact (ISO 32000-1, 14.8.2.2): a screen reader passes
 * over it, so the document must say the same in words.
 */
final class Watermark {

    /** Of a page's diagonal. */
    private static final double LENGTH = 0.72;

    private static final float THOUSANDTH = 1000f;

    /** A pale red: what is written over it keeps a contrast of 7 to 1. */
    private static final float[] COLOUR = {0.95f, 0.82f, 0.8f};

    private Watermark() {}

    static void write(String word, PDDocument pdf) throws IOException {
        PDFont font;
        try (InputStream letters = Fonts.bold()) {
            font = PDType0Font.load(pdf, letters, true);
        }
        var properties = new COSDictionary();
        properties.setName(COSName.TYPE, "Pagination");
        properties.setName(COSName.SUBTYPE, "Watermark");
        for (PDPage page : pdf.getPages()) {
            try (var content = new PDPageContentStream(pdf, page, AppendMode.PREPEND, true, false)) {
                content.beginMarkedContent(COSName.ARTIFACT, PDPropertyList.create(properties));
                content.saveGraphicsState();
                across(word, font, page, content);
                content.restoreGraphicsState();
                content.endMarkedContent();
            }
        }
    }

    /** From the lower left to the upper right, around the middle of the page. */
    private static void across(String word, PDFont font, PDPage page, PDPageContentStream content) throws IOException {
        double width = page.getMediaBox().getWidth();
        double height = page.getMediaBox().getHeight();
        double angle = Math.atan2(height, width);
        double length = LENGTH * Math.hypot(width, height);
        float size = (float) (length / (font.getStringWidth(word) / THOUSANDTH));
        // A third of its size below the diagonal: capitals stand across it.
        double x = (width - length * Math.cos(angle)) / 2 + size / 3 * Math.sin(angle);
        double y = (height - length * Math.sin(angle)) / 2 - size / 3 * Math.cos(angle);
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(COLOUR[0], COLOUR[1], COLOUR[2]);
        content.setTextMatrix(Matrix.getRotateInstance(angle, (float) x, (float) y));
        content.showText(word);
        content.endText();
    }
}
