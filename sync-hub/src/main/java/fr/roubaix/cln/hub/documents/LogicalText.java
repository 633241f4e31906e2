package fr.roubaix.cln.hub.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Text laid from right to left stands in a page in joined forms. Beside each such sign goes the letter that it stands for
 * ({@code ActualText}, ISO 32000-1, 14.9.4): that is what a screen reader speaks, and what one copies or seeks. One sign at a
 * time, because readers turn a run of right-to-left letters round by themselves, and not all of them ask where it comes from.
 */
final class LogicalText {

    private static final ArabicLetters LETTERS = new ArabicLetters();

    private LogicalText() {}

    static boolean isNeededFor(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    static void write(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            var tokens = say(page);
            var stream = new PDStream(pdf);
            try (var bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(bytes).writeTokens(tokens);
            }
            page.setContents(stream);
        }
    }

    private static List<Object> say(PDPage page) throws IOException {
        var said = new ArrayList<>();
        PDFont font = null;
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator && operator.getName().equals("Tf")) {
                font = page.getResources().getFont((COSName) said.get(said.size() - 2));
            }
            if (font != null
                    && token instanceof Operator operator
                    && operator.getName().equals("Tj")
                    && said.getLast() instanceof COSString shown) {
                said.removeLast();
                say(shown.getBytes(), font, said);
            } else {
                said.add(token);
            }
        }
        return said;
    }

    /** The same signs at the same place, each joined form beside its letter. */
    private static void say(byte[] shown, PDFont font, List<Object> said) throws IOException {
        var codes = new ByteArrayInputStream(shown);
        int plain = 0;
        while (codes.available() > 0) {
            int from = shown.length - codes.available();
            String sign = font.toUnicode(font.readCode(codes));
            if (sign != null && sign.codePoints().anyMatch(ArabicLetters::isForm)) {
                int to = shown.length - codes.available();
                show(shown, plain, from, said);
                var properties = new COSDictionary();
                properties.setItem(COSName.ACTUAL_TEXT, new COSString(LETTERS.deshapeText(sign)));
                said.addAll(List.of(COSName.getPDFName("Span"), properties, Operator.getOperator("BDC")));
                show(shown, from, to, said);
                said.add(Operator.getOperator("EMC"));
                plain = to;
            }
        }
        show(shown, plain, shown.length, said);
    }

    private static void show(byte[] shown, int from, int to, List<Object> said) {
        if (to > from) {
            said.addAll(List.of(new COSString(Arrays.copyOfRange(shown, from, to)), Operator.getOperator("Tj")));
        }
    }
}
