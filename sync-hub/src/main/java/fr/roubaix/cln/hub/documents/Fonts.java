package fr.roubaix.cln.hub.documents;

import java.io.InputStream;
import java.util.Objects;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;

/** The letters of every document, embedded in it: DejaVu Sans Condensed, whose licence lets anybody do so. */
final class Fonts {

    /** The name that style sheets use. */
    static final String FAMILY = "CLN";

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    private Fonts() {}

    static void addTo(PdfRendererBuilder builder) {
        builder.useFont(Fonts::regular, FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(Fonts::bold, FAMILY, 700, FontStyle.NORMAL, true);
    }

    static InputStream regular() {
        return open("DejaVuSansCondensed.ttf");
    }

    static InputStream bold() {
        return open("DejaVuSansCondensed-Bold.ttf");
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                Fonts.class.getClassLoader().getResourceAsStream(FOLDER + file), "the font " + file + " is packed");
    }
}
