package fr.roubaix.cln.kiosk.receipt;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile;
import fr.roubaix.cln.web.language.Language;

/**
 * Two receipts of nobody, as long and as black as real ones: one in French, and a duplicate in Arabic, whose letters join from
 * the right. Their square is no token, and the paper says that it proves nothing.
 */
@Service
public final class Specimens {

    private final ReceiptWriter writer;
    private final SiteProfile site;

    @Autowired
    Specimens(ReceiptWriter writer, SiteProfile site) {
        this.writer = writer;
        this.site = site;
    }

    /** For a printer that has no terminal around it. */
    public Specimens(ReceiptPrinter printer, PrinterProfile model, SiteProfile site) {
        this(new ReceiptWriter(printer, model, site), site);
    }

    /**
     * The bytes for the printer, each paper with its cut.
     *
     * @param square what the squares say
     * @param at the hour that they bear
     */
    public List<byte[]> papers(String square, LocalDateTime at) {
        return List.of(paper(Language.FRENCH, 0, square, at), paper(Language.ARABIC, 1, square, at));
    }

    private byte[] paper(Language language, int duplicate, String square, LocalDateTime at) {
        var content = new ReceiptContent(
                new ReceiptContent.Paper.Specimen(duplicate),
                square,
                new ReceiptCode(0),
                at,
                site.mairie(),
                site.contact(),
                Optional.empty(),
                Optional.empty());
        return writer.write(content, language.locale());
    }
}
