package fr.roubaix.cln.hub.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import fr.roubaix.cln.hub.register.Interne;

/** Typesets documents. Nothing is fetched from anywhere: fonts are packed, drawings are in the template. */
@Service
@Interne("typesets what a guarded use case gives it")
public class PdfWriter {

    private static final Pattern FIELD = Pattern.compile("champ-.*");

    private final ITemplateEngine templates;

    PdfWriter(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** The bytes of the PDF. The same document gives the same bytes. */
    public byte[] write(Document document) {
        return typeset(document, page(document));
    }

    /** The page that a document is typeset from, as well-formed XHTML: it holds everything that the document says. */
    public String page(Document document) {
        var context = new Context(Locale.FRENCH, document.contenu());
        context.setVariable("titre", document.titre());
        context.setVariable("sujet", document.sujet());
        context.setVariable("remplissable", document.forme() == Document.Forme.A_REMPLIR);
        return templates.process(document.gabarit(), context);
    }

    /**
     * The bytes of the PDF of a page that was kept; the same page gives the same bytes.
     *
     * @param document its title, subject, date, form and watermark; what fills it is in the page
     */
    public byte[] typeset(Document document, String page) {
        try (PdfBoxRenderer renderer = builder(document.forme(), page).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            if (LogicalText.isNeededFor(page)) {
                LogicalText.write(pdf);
            }
            if (document.forme() == Document.Forme.A_REMPLIR) {
                new FormFields(pdf).add(renderer.findPagePositionsByID(FIELD));
            }
            if (document.filigrane().isPresent()) {
                Watermark.write(document.filigrane().get(), pdf);
            }
            Metadata.write(document, pdf);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(Document.Forme forme, String page) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        if (forme == Document.Forme.A_LIRE) {
            builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
            builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        }
        Fonts.addTo(builder);
        builder.useUnicodeLineBreaker(new LineBreaks());
        builder.useUnicodeBidiSplitter(BidiRuns::new);
        builder.useUnicodeBidiReorderer(new ArabicLetters());
        builder.defaultTextDirection(BaseRendererBuilder.TextDirection.LTR);
        builder.useExternalResourceAccessControl(
                (address, _) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(page, null);
        return builder;
    }
}
