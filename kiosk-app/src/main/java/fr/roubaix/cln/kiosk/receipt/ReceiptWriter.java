package fr.roubaix.cln.kiosk.receipt;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.hardware.raster.Typeface;

/** What a receipt is for the printer of this terminal: a picture, or letters where a picture would travel too long. */
@Component
class ReceiptWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptWriter.class);

    /** How long a receipt may take to travel before it is written in the letters of the printer. */
    private static final int PATIENCE_IN_SECONDS = 15;

    private final ReceiptPrinter printer;
    private final PrinterProfile model;
    private final SiteProfile site;
    private final Map<Locale, ReceiptLayout> layouts = new ConcurrentHashMap<>();

    ReceiptWriter(ReceiptPrinter printer, PrinterProfile model, SiteProfile site) {
        this.printer = printer;
        this.model = model;
        this.site = site;
    }

    /** Opening the fonts takes half a second, once: not while the first person waits for a receipt. */
    private static final class Letters {
        private static final Typeface INSTALLED = Typeface.installed();
    }

    /** The bytes for the printer, to the cut; French stands below another language. */
    byte[] write(ReceiptContent content, Locale language) {
        var picture = layout(language).lay(content, model.widthInDots());
        byte[] drawn = new EscPos(model.codePage())
                .initialise()
                .raster(picture)
                .cut(model.cut())
                .bytes();
        var line = printer.bytesPerSecond();
        if (line.isEmpty() || drawn.length <= PATIENCE_IN_SECONDS * line.getAsInt()) {
            return drawn;
        }
        // In a script that the printer has no letters for, a person waits and has their receipt.
        return ReceiptLines.job(content, language, model).orElse(drawn);
    }

    /** Looking through the fonts for letters takes a moment, once for each language. */
    private ReceiptLayout layout(Locale language) {
        return layouts.computeIfAbsent(language, wanted -> ReceiptLayout.in(wanted, Letters.INSTALLED));
    }

    /** Lays out a receipt for nobody and prints nothing: the first real one then takes milliseconds. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("receipt-warm-up").start(() -> {
            var nobody = new ReceiptContent(
                    new ReceiptContent.Paper.Specimen(0),
                    "CLN1:",
                    new ReceiptCode(0),
                    LocalDateTime.of(2025, 1, 1, 0, 0),
                    site.mairie(),
                    site.contact(),
                    Optional.empty(),
                    Optional.empty());
            try {
                layout(Locale.FRENCH).lay(nobody, model.widthInDots());
                LOG.info("receipts are written in {}", Letters.INSTALLED.family());
            } catch (LinkageError | InternalError e) {
                LOG.error("no font for receipts: install fontconfig and a font", e);
            }
        });
    }
}
