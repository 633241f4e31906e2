package fr.roubaix.cln.kiosk.device;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.EscPos.Alignment;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.kiosk.receipt.Specimens;

/**
 * A paper that shows whether a printer does what receipts ask of it: accents of its own code page, a picture, a square that
 * the scanner reads, the whole width, the cut. It says nothing of anybody, and is no receipt.
 */
@Component
public class TestPage {

    /** What its square says: the scanner is tried with it. */
    public static final String SQUARE = "CLN ESSAI";

    private static final int MODULE = 6;

    private final ReceiptPrinter printer;
    private final PrinterProfile model;
    private final Specimens specimens;
    private final Clock clock;

    TestPage(ReceiptPrinter printer, PrinterProfile model, Specimens specimens, Clock clock) {
        this.printer = printer;
        this.model = model;
        this.specimens = specimens;
        this.clock = clock;
    }

    /** Prints it, then two receipts of nobody, until the printer fails; takes as long as the printer. */
    public PrintResult print(String mairie, String when) {
        var done = printer.print(job(mairie, when));
        for (byte[] paper : specimens.papers(SQUARE, LocalDateTime.ofInstant(clock.instant(), Appel.ROUBAIX))) {
            if (done instanceof PrintResult.Printed) {
                done = printer.print(paper);
            }
        }
        return done;
    }

    byte[] job(String mairie, String when) {
        var page = new EscPos(model.codePage())
                .initialise()
                .align(Alignment.CENTRE)
                .size(2, 2)
                .line("Page d'essai")
                .size(1, 1);
        Stream.of(mairie, when, "à â ç é è ê ë î ï ô ù û")
                .map(text -> text.replace('\u00a0', ' '))
                // A printer whose letters lack an accent prints receipts all the same: they are pictures.
                .filter(model.codePage()::holds)
                .forEach(page::line);
        return page.feedLines(1)
                .raster(square())
                .raster(wholeWidth())
                .feedLines(3)
                .cut(model.cut())
                .bytes();
    }

    private Bitmap square() {
        var code = QrCode.of(SQUARE);
        int side = (code.modules() + 2 * QrCode.QUIET_ZONE) * MODULE;
        int stride = (side + 7) / 8;
        byte[] dots = new byte[stride * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (black(code, x / MODULE - QrCode.QUIET_ZONE, y / MODULE - QrCode.QUIET_ZONE)) {
                    dots[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
                }
            }
        }
        return Bitmap.ofRows(side, side, dots);
    }

    private static boolean black(QrCode code, int column, int row) {
        return column >= 0 && row >= 0 && column < code.modules() && row < code.modules() && code.black(column, row);
    }

    /** A line as wide as the head prints: an end that lacks is a width that is wrong. */
    private Bitmap wholeWidth() {
        int stride = (model.widthInDots() + 7) / 8;
        byte[] dots = new byte[stride * 4];
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < model.widthInDots(); x++) {
                dots[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
            }
        }
        return Bitmap.ofRows(model.widthInDots(), 4, dots);
    }
}
