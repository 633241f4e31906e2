package fr.roubaix.cln.kiosk.receipt;

import java.util.List;

import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.hardware.raster.Paper;
import fr.roubaix.cln.hardware.raster.Paper.Piece;
import fr.roubaix.cln.hardware.raster.QrCode;
import fr.roubaix.cln.hardware.raster.Typeface;
import fr.roubaix.cln.hardware.raster.Typeface.Style;
import fr.roubaix.cln.web.FrenchDates;

/** Lays a receipt out as one picture, so that it looks the same on every printer, in every language. */
final class ReceiptLayout {

    /** Where the règlement sends whoever looks for the results (art. 7 §3 and contact page). */
    private static final String RESULTS = "lafabrique.ville-roubaix.fr/cln";

    private final Typeface typeface;
    private final ReceiptTexts texts;

    ReceiptLayout(Typeface typeface, ReceiptTexts texts) {
        this.typeface = typeface;
        this.texts = texts;
    }

    /** The picture for paper of this print width. */
    Bitmap lay(ReceiptContent receipt, int widthInDots) {
        var form = widthInDots >= 512 ? Form.WIDE : Form.NARROW;
        var paper = new Paper(widthInDots, form.margin, typeface);
        boolean withdrawn = receipt.paper() instanceof ReceiptContent.Paper.Withdrawal;
        head(paper, form, withdrawn ? "titre.retrait" : "titre");
        facts(paper, form, receipt, withdrawn ? "le.retrait" : "le");
        if (receipt.paper().duplicate() > 0) {
            paper.centredInOneLine(texts.text("duplicata", receipt.paper().duplicate()), Style.bold(form.title));
            rule(paper);
        }
        code(paper, form, receipt, withdrawn);
        if (withdrawn) {
            withdrawn(paper, form);
        } else {
            next(paper, form, receipt);
        }
        contacts(paper, form, receipt);
        return paper.bitmap();
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
        paper.space(16)
                .run(
                        new Piece("CLN", Style.bold(form.wordmark)),
                        new Piece(texts.text("ville"), Style.regular(form.wordmark)))
                .space(8)
                .inOneLine(texts.text(title), Style.bold(form.title))
                .text(texts.text("organe"), Style.regular(form.body));
        rule(paper);
    }

    private void facts(Paper paper, Form form, ReceiptContent receipt, String on) {
        var name = Style.regular(form.body);
        var value = Style.bold(form.body);
        String when = texts.text(
                "date",
                FrenchDates.day(receipt.at().toLocalDate()),
                FrenchDates.hour(receipt.at().toLocalTime()));
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
                                capitalised(FrenchDates.fullDay(draw.day())),
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
        return text.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + text.substring(1);
    }
}
