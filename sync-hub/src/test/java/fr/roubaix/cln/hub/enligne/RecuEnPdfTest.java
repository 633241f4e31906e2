package fr.roubaix.cln.hub.enligne;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.HubScreens;
import fr.roubaix.cln.hub.documents.PdfChecks;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.ReceiptToken.Reading;

/** The receipt of the form at home: everybody can read it, and its square proves it. */
@WithAnonymousUser
class RecuEnPdfTest extends HubScreens {

    private static final ReceiptCode CODE = new ReceiptCode(0x123456789AL);
    private static final Instant AT = Instant.parse("2027-05-20T08:15:30.250Z");
    private static final Appel APPEL = new Appel(
            new AppelId("2027"),
            LocalDate.of(2027, 5, 5),
            LocalDate.of(2027, 6, 6),
            null,
            LocalDate.of(2027, 6, 6),
            LocalDate.of(2027, 6, 13),
            "Hôtel de ville & salle Watremez");

    @Autowired
    private RecuEnPdf receipts;

    @Autowired
    private Trousseau keys;

    @Test
    void it_is_accessible_can_be_archived_and_holds_on_one_page() throws Exception {
        byte[] pdf = receipts.ecrire(CODE, AT, Optional.of(APPEL));
        PdfChecks.isAccessible(pdf);
        PdfChecks.canBeArchived(pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        Files.write(Files.createDirectories(Path.of("target/documents")).resolve("recu.pdf"), pdf);
    }

    @Test
    void it_says_the_number_the_hour_and_the_draw_in_words() throws Exception {
        assertThat(words(receipts.ecrire(CODE, AT, Optional.of(APPEL))))
                .contains(
                        CODE.affiche(),
                        "jeudi 20 mai 2027 à 10 h 15",
                        "dimanche 13 juin 2027, Hôtel de ville & salle Watremez",
                        "ni votre nom, ni votre adresse");
        assertThat(words(receipts.ecrire(CODE, AT, Optional.empty()))).contains("sera affichée en mairie");
    }

    @Test
    void the_square_on_the_page_is_a_token_that_the_hub_signed() throws Exception {
        String square = square(receipts.ecrire(CODE, AT, Optional.of(APPEL)));
        var read = ReceiptToken.read(
                square,
                (issuer, number) -> issuer instanceof Issuer.Hub
                                && number == keys.receipts().numero()
                        ? Optional.of(keys.signing().verifyingKey())
                        : Optional.empty());
        assertThat(read)
                .isEqualTo(new Reading.Genuine(
                        new ReceiptToken(keys.receipts().numero(), CODE, new Issuer.Hub(), Purpose.APPLICATION, AT)));
    }

    @Test
    void the_same_application_has_the_same_receipt_whenever_it_is_asked_for() {
        byte[] first = receipts.ecrire(CODE, AT, Optional.of(APPEL));
        clock.set(AT.plusSeconds(3600));
        assertThat(receipts.ecrire(CODE, AT, Optional.of(APPEL))).isEqualTo(first);
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ");
        }
    }

    /** What a telephone would read on the page. */
    private static String square(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var picture = new RGBLuminanceSource(page.getWidth(), page.getHeight(), points);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }
}
