package fr.roubaix.cln.kiosk.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.hardware.printer.EscPos;
import fr.roubaix.cln.hardware.printer.EscPos.Alignment;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.language.Language;

/**
 * The same receipt in the letters of the printer, for a line so slow that a picture of it would keep a person waiting: a tenth
 * of the bytes. The square alone is a picture, at a quarter of its dots.
 */
final class ReceiptLines {

    private static final String RESULTS = "lafabrique.ville-roubaix.fr/cln";

    /** Dots of one character of the usual face. */
    private static final int CELL = 12;

    /** A module as wide as on a picture of 58 mm; each dot of it prints as two. */
    private static final int MODULE = 3;

    /** What typographers write and old tables lack. */
    private static final Map<String, String> PLAINER = Map.of(
            "\u00a0", " ", "\u202f", " ", "’", "'", "œ", "oe", "Œ", "Oe", "—", "-", "–", "-", "·", "-", "…", "...");

    private final ReceiptTexts texts;
    private final Language language;
    private final Dates dates;
    private final PrinterProfile model;
    private final EscPos job;
    private final int columns;

    private ReceiptLines(Locale locale, PrinterProfile model, EscPos job) {
        this.texts = new ReceiptTexts(locale);
        this.language = Language.of(locale);
        this.dates = Dates.in(locale);
        this.model = model;
        this.job = job;
        this.columns = model.widthInDots() / CELL;
    }

    /** The bytes for the printer; none if its letters lack one of this receipt. */
    static Optional<byte[]> job(ReceiptContent receipt, Locale language, PrinterProfile model) {
        try {
            var job = new EscPos(model.codePage()).initialise();
            return Optional.of(new ReceiptLines(language, model, job).write(receipt));
        } catch (UnwritableException e) {
            return Optional.empty();
        }
    }

    private byte[] write(ReceiptContent receipt) throws UnwritableException {
        boolean withdrawn = withdrawn(receipt);
        title("CLN" + texts.text("ville"));
        head(receipt, withdrawn);
        code(receipt, withdrawn);
        after(receipt, withdrawn);
        if (language != Language.FRENCH && language != Language.EASY_FRENCH) {
            new ReceiptLines(Locale.FRENCH, model, job).again(receipt);
        }
        return job.cut(model.cut()).bytes();
    }

    /** For whoever helps: all but the number and the square, which stand above. */
    private void again(ReceiptContent receipt) throws UnwritableException {
        boolean withdrawn = withdrawn(receipt);
        rule();
        head(receipt, withdrawn);
        title(texts.text(withdrawn ? "garder.retrait" : "garder"));
        after(receipt, withdrawn);
    }

    private static boolean withdrawn(ReceiptContent receipt) {
        return receipt.paper() instanceof ReceiptContent.Paper.Withdrawal;
    }

    private void after(ReceiptContent receipt, boolean withdrawn) throws UnwritableException {
        if (withdrawn) {
            title(texts.text("suite"));
            text(texts.text("suite.retrait"));
        } else {
            next(receipt);
        }
        contacts(receipt);
    }

    private void head(ReceiptContent receipt, boolean withdrawn) throws UnwritableException {
        job.size(1, 2);
        title(texts.text(withdrawn ? "titre.retrait" : "titre"));
        job.size(1, 1);
        if (receipt.paper() instanceof ReceiptContent.Paper.Specimen) {
            title(texts.text("specimen"));
            text(texts.text("specimen.rien"));
        }
        text(texts.text("organe"));
        rule();
        text(texts.text(withdrawn ? "le.retrait" : "le") + " "
                + texts.text(
                        "date",
                        dates.day(receipt.at().toLocalDate()),
                        dates.hour(receipt.at().toLocalTime())));
        text(texts.text("mairie", receipt.mairie().nom()));
        if (receipt.paper().duplicate() > 0) {
            job.align(Alignment.CENTRE).size(2, 2);
            title(texts.text("duplicata", receipt.paper().duplicate()));
            job.size(1, 1).align(Alignment.LEFT);
        }
        rule();
    }

    private void code(ReceiptContent receipt, boolean withdrawn) throws UnwritableException {
        title(texts.text("numero"));
        job.align(Alignment.CENTRE).size(2, 2);
        title(receipt.code().affiche());
        job.size(1, 1).doubledRaster(square(QrCode.of(receipt.token()))).align(Alignment.LEFT);
        text(texts.text(withdrawn ? "montrer.retrait" : "montrer"));
        title(texts.text(withdrawn ? "garder.retrait" : "garder"));
        rule();
    }

    private void next(ReceiptContent receipt) throws UnwritableException {
        title(texts.text("suite"));
        if (receipt.draw().isPresent()) {
            var draw = receipt.draw().get();
            title("1. " + dates.fullDay(draw.day()));
            text(texts.text("tirage"));
            text(texts.text("tirageLieu", draw.place()));
            text(texts.text("venir"));
        } else {
            title("1. " + texts.text("annonce"));
            text(texts.text("sansDate"));
        }
        title("2. " + texts.text("apresTirage"));
        text(texts.text("courrier"));
        text(texts.text("resultats"));
        title(RESULTS);
        rule();
    }

    private void contacts(ReceiptContent receipt) throws UnwritableException {
        title(texts.text("question"));
        text(texts.text("telephoneMairie", receipt.mairie().nom(), receipt.mairieTelephone()));
        if (receipt.councilTelephone().isPresent()) {
            text(texts.text("telephoneConseil", receipt.councilTelephone().get()));
        }
        rule();
        text(texts.text("anonyme"));
        text(texts.text("donnees"));
    }

    private void title(String text) throws UnwritableException {
        job.bold(true);
        text(text);
        job.bold(false);
    }

    private void text(String text) throws UnwritableException {
        for (String line : wrapped(writable(text))) {
            job.line(line);
        }
    }

    private void rule() {
        job.line("-".repeat(columns));
    }

    /** Words whole, unless one is longer than a line. */
    private List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String writable(String text) throws UnwritableException {
        var written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            written.append(letter.equals("\u00a0") || !model.codePage().holds(letter) ? plainer(letter) : letter);
        }
        return written.toString();
    }

    private static String plainer(String letter) throws UnwritableException {
        String plain = PLAINER.get(letter);
        if (plain == null) {
            throw new UnwritableException();
        }
        return plain;
    }

    /** With its quiet zone, whose rows cost a byte each. */
    private static Bitmap square(QrCode code) {
        int side = (code.modules() + 2 * QrCode.QUIET_ZONE) * MODULE;
        int stride = (side + 7) / 8;
        byte[] rows = new byte[stride * side];
        for (int y = 0; y < code.modules() * MODULE; y++) {
            for (int x = 0; x < code.modules() * MODULE; x++) {
                if (code.black(x / MODULE, y / MODULE)) {
                    int column = x + QrCode.QUIET_ZONE * MODULE;
                    int row = y + QrCode.QUIET_ZONE * MODULE;
                    rows[row * stride + column / 8] |= (byte) (0x80 >>> column % 8);
                }
            }
        }
        return Bitmap.ofRows(side, side, rows);
    }

    /** A letter that the printer does not have. */
    private static final class UnwritableException extends Exception {}
}
