package fr.roubaix.cln.kiosk.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.hardware.raster.Paper;
import fr.roubaix.cln.hardware.raster.Paper.Piece;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.raster.Typeface;
import fr.roubaix.cln.hardware.raster.Typeface.Style;
import fr.roubaix.cln.web.Dates;
import fr.roubaix.cln.web.language.Language;

/** Lays a receipt out as one picture, so that it looks the same on every printer, in every language. */
final class ReceiptLayout {

    /** Where the règlement sends whoever looks for the results (art. 7 §3 and contact page). */
    private static final String RESULTS = "lafabrique.ville-roubaix.fr/cln";

    private final Typeface typeface;
    private final ReceiptTexts texts;

    private final Language language;
    private final Dates dates;

    ReceiptLayout(Typeface typeface, ReceiptTexts texts) {
        this.typeface = typeface;
        this.texts = texts;
        this.language = Language.of(texts.locale());
        this.dates = Dates.in(texts.locale());
    }

    /**
     * In a language for whose letters this machine has a font; in French otherwise, since empty squares help nobody.
     *
     * @param usual for languages that it can write
     */
    static ReceiptLayout in(Locale locale, Typeface usual) {
        var texts = new ReceiptTexts(locale);
        String letters = texts.every() + Dates.in(locale).fullDay(LocalDate.EPOCH);
        return (usual.holds(letters) ? Optional.of(usual) : Typeface.installedFor(letters))
                .map(face -> new ReceiptLayout(face, texts))
                .orElseGet(() -> inFrench(usual));
    }

    private static ReceiptLayout inFrench(Typeface typeface) {
        return new ReceiptLayout(typeface, new ReceiptTexts(Locale.FRENCH));
    }

    /** The picture for paper of this print width; below another language, the same in French for whoever helps. */
    Bitmap lay(ReceiptContent receipt, int widthInDots) {
        var form = widthInDots >= 512 ? Form.WIDE : Form.NARROW;
        var paper = paper(form, widthInDots);
        boolean withdrawn = withdrawn(receipt);
        head(paper, form, withdrawn ? "titre.retrait" : "titre");
        specimen(paper, form, receipt);
        facts(paper, form, receipt, withdrawn ? "le.retrait" : "le");
        duplicate(paper, form, receipt);
        code(paper, form, receipt, withdrawn);
        after(paper, form, receipt);
        if (language == Language.FRENCH || language == Language.EASY_FRENCH) {
            return paper.bitmap();
        }
        return paper.bitmapAbove(inFrench(typeface).again(receipt, form, widthInDots));
    }

    /** All but the number and the square, which stand above. */
    private Bitmap again(ReceiptContent receipt, Form form, int widthInDots) {
        var paper = paper(form, widthInDots);
        boolean withdrawn = withdrawn(receipt);
        paper.space(8)
                .rule(8)
                .space(16)
                .inOneLine(texts.text(withdrawn ? "titre.retrait" : "titre"), Style.bold(form.title));
        rule(paper);
        facts(paper, form, receipt, withdrawn ? "le.retrait" : "le");
        paper.text(texts.text(withdrawn ? "garder.retrait" : "garder"), Style.bold(form.heading));
        rule(paper);
        after(paper, form, receipt);
        return paper.bitmap();
    }

    private Paper paper(Form form, int widthInDots) {
        return language.rightToLeft()
                ? Paper.rightToLeft(widthInDots, form.margin, typeface)
                : new Paper(widthInDots, form.margin, typeface);
    }

    private static boolean withdrawn(ReceiptContent receipt) {
        return receipt.paper() instanceof ReceiptContent.Paper.Withdrawal;
    }

    private void after(Paper paper, Form form, ReceiptContent receipt) {
        if (withdrawn(receipt)) {
            withdrawn(paper, form);
        } else {
            next(paper, form, receipt);
        }
        contacts(paper, form, receipt);
    }

    private void specimen(Paper paper, Form form, ReceiptContent receipt) {
        if (receipt.paper() instanceof ReceiptContent.Paper.Specimen) {
            paper.centredInOneLine(texts.text("specimen"), Style.bold(form.title))
                    .centred(texts.text("specimen.rien"), Style.regular(form.body));
            rule(paper);
        }
    }

    /** Always in French too: whoever checks a paper looks for that word. */
    private void duplicate(Paper paper, Form form, ReceiptContent receipt) {
        int number = receipt.paper().duplicate();
        if (number == 0) {
            return;
        }
        String french = new ReceiptTexts(Locale.FRENCH).text("duplicata", number);
        paper.centredInOneLine(french, Style.bold(form.title));
        String translated = texts.text("duplicata", number);
        if (!translated.equals(french)) {
            paper.centredInOneLine(translated, Style.bold(form.heading));
        }
        rule(paper);
    }

    /** The sizes of one width of roll. Both print 8 dots per millimetre: small text is as large on the narrow one. */
    private enum Form {
        WIDE(24, 25, 22, 30, 38, 44, 92),
        NARROW(14, 24, 22, 27, 32, 38, 64);

        private final int margin;
        private final int body;
        private final int small;
        private final int heading;
        private final int title;
        private final int wordmark;
        private final int code;

        Form(int margin, int body, int small, int heading, int title, int wordmark, int code) {
            this.margin = margin;
            this.body = body;
            this.small = small;
            this.heading = heading;
            this.title = title;
            this.wordmark = wordmark;
            this.code = code;
        }
    }

    private void head(Paper paper, Form form, String title) {
        paper.space(16);
        if (language.rightToLeft()) {
            // The name of the council keeps its own order.
            paper.inOneLine("CLN" + texts.text("ville"), Style.bold(form.wordmark));
        } else {
            paper.run(
                    new Piece("CLN", Style.bold(form.wordmark)),
                    new Piece(texts.text("ville"), Style.regular(form.wordmark)));
        }
        paper.space(8)
                .inOneLine(texts.text(title), Style.bold(form.title))
                .text(texts.text("organe"), Style.regular(form.body));
        rule(paper);
    }

    private void facts(Paper paper, Form form, ReceiptContent receipt, String on) {
        var name = Style.regular(form.body);
        var value = Style.bold(form.body);
        String when = texts.text(
                "date",
                dates.day(receipt.at().toLocalDate()),
                dates.hour(receipt.at().toLocalTime()));
        String mairie = texts.text("mairie", receipt.mairie().nom());
        if (form == Form.WIDE) {
            paper.entry(texts.text(on), name, when, value, 150)
                    .space(4)
                    .entry(texts.text("a"), name, mairie, value, 150);
        } else {
            paper.text(texts.text(on), name).text(when, value).text(mairie, value);
        }
        rule(paper);
    }

    private void code(Paper paper, Form form, ReceiptContent receipt, boolean withdrawn) {
        paper.text(texts.text("numero"), Style.bold(form.heading))
                .space(2)
                .centredInOneLine(receipt.code().affiche(), Style.bold(form.code))
                .qr(QrCode.of(receipt.token()))
                .centred(texts.text(withdrawn ? "montrer.retrait" : "montrer"), Style.bold(form.body));
        rule(paper);
        paper.text(texts.text(withdrawn ? "garder.retrait" : "garder"), Style.bold(form.heading));
        rule(paper);
    }

    private void withdrawn(Paper paper, Form form) {
        paper.text(texts.text("suite"), Style.bold(form.heading))
                .space(8)
                .text(texts.text("suite.retrait"), Style.regular(form.body));
        rule(paper);
    }

    private void next(Paper paper, Form form, ReceiptContent receipt) {
        paper.text(texts.text("suite"), Style.bold(form.heading)).space(8);
        receipt.draw()
                .ifPresentOrElse(
                        draw -> paper.step(
                                1,
                                capitalised(dates.fullDay(draw.day())),
                                List.of(
                                        texts.text("tirage"),
                                        texts.text("tirageLieu", draw.place()),
                                        texts.text("venir")),
                                form.body),
                        () -> paper.step(1, texts.text("annonce"), List.of(texts.text("sansDate")), form.body));
        paper.space(12)
                .step(2, texts.text("apresTirage"), List.of(texts.text("courrier"), texts.text("resultats")), form.body)
                .space(6)
                .inOneLine(RESULTS, Style.bold(form.body));
        rule(paper);
    }

    private void contacts(Paper paper, Form form, ReceiptContent receipt) {
        var body = Style.regular(form.body);
        paper.text(texts.text("question"), Style.bold(form.body))
                .text(texts.text("telephoneMairie", receipt.mairie().nom(), phone(receipt.mairieTelephone())), body);
        receipt.councilTelephone().ifPresent(number -> paper.text(texts.text("telephoneConseil", phone(number)), body));
        rule(paper);
        paper.text(texts.text("anonyme"), Style.regular(form.small))
                .space(6)
                .text(texts.text("donnees"), Style.regular(form.small))
                .space(24);
    }

    private static void rule(Paper paper) {
        paper.space(16).rule(4).space(14);
    }

    /** A number stays on one line. */
    private static String phone(String number) {
        return number.replace(' ', '\u00a0');
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}
