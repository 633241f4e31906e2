package fr.roubaix.cln.kiosk.receipt;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.decode.QrReader;
import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.raster.Paper;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.raster.Typeface;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;

/** The part of a receipt that is held out, printed at both widths, damaged and photographed again and again from a seed. */
final class DamagedReceipts {

    static final List<Integer> WIDTHS = List.of(576, 384);

    private static final Typeface FACE = Typeface.installed();

    private final Random random;

    DamagedReceipts(long seed) {
        random = new Random(seed);
    }

    /** A damage on one width: how many, and how many were read. */
    record Line(Damage damage, int width, int tried, int read) {}

    /** So many receipts of each damage and width. */
    List<Line> measure(int each) {
        var lines = new ArrayList<Line>();
        for (Damage damage : Damage.values()) {
            for (int width : WIDTHS) {
                int read = 0;
                for (int i = 0; i < each; i++) {
                    String token = token();
                    var photo = damage.photographed(paper(token, width), random);
                    read += QrReader.read(photo).filter(token::equals).isPresent() ? 1 : 0;
                }
                lines.add(new Line(damage, width, each, read));
            }
        }
        return lines;
    }

    private String token() {
        var issuer = new ReceiptToken.Issuer.Kiosk(new KioskId(1 + random.nextInt(500)), Secteur.NORD);
        var code = new ReceiptCode(random.nextLong() >>> 19);
        return new ReceiptToken(
                        1, code, issuer, ReceiptToken.Purpose.APPLICATION, Instant.parse("2025-05-27T12:06:00Z"))
                .sign((_, _) -> {
                    // Nobody checks it here, and a key would make each run another corpus.
                    byte[] signature = new byte[64];
                    random.nextBytes(signature);
                    return signature;
                });
    }

    private static BufferedImage paper(String token, int width) {
        var picture = new Paper(width, 16, FACE)
                .centredInOneLine("7F3K9-Q2MXE", Typeface.Style.bold(80))
                .qr(QrCode.of(token))
                .centred("Pour suivre votre candidature : montrez ce carré.", Typeface.Style.bold(25))
                .bitmap();
        var printer = new VirtualPrinter(width);
        printer.print(new EscPos(new CodePage(0, java.nio.charset.Charset.forName("IBM437")))
                .initialise()
                .raster(picture)
                .cut(EscPos.Cut.FULL)
                .bytes());
        return printer.printouts().getFirst().picture().image();
    }
}
