package fr.roubaix.cln.kiosk.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.InMemoryPrinter;
import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.Profiles;
import fr.roubaix.cln.hardware.raster.Bitmap;
import fr.roubaix.cln.kiosk.receipt.Receipts.Impression;
import fr.roubaix.cln.kiosk.receipt.Receipts.Raison;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.ContactDeMairie;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.ReceiptToken.Reading;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;
import fr.roubaix.cln.web.language.Language;

class PrintedReceiptsTest {

    private static final SigningKey KEYS = SigningKey.generate();
    private static final Instant NOW = Instant.parse("2025-05-27T12:06:42Z");
    private static final ReceiptCode CODE = new ReceiptCode(0x778e69b8a9dL);
    private static final Hub.Borne BORNE = new Hub.Borne(new KioskId(2), Secteur.NORD, 2);
    private static final Issuer ISSUER = new Issuer.Kiosk(BORNE.id(), BORNE.mairie());

    @ParameterizedTest
    @ValueSource(strings = {"generique-80mm", "generique-58mm"})
    void a_duplicate_carries_the_same_square_and_a_withdrawal_a_square_of_its_own(String printerName) throws Exception {
        var model = model(printerName);
        var printer = new VirtualPrinter(model.widthInDots());
        var receipts = receipts(printer, model, hub(Optional.of(bulletin())));
        receipts.print(CODE, NOW);
        var first = printer.printouts().getFirst();
        assertThat(receipts.duplicate(CODE, NOW, 2)).isEqualTo(new Impression.Imprime());
        var duplicate = printer.printouts().getFirst();
        assertThat(decode(duplicate.picture())).isEqualTo(decode(first.picture()));
        assertThat(duplicate.picture().height())
                .as("« DUPLICATA » stands across it")
                .isGreaterThan(first.picture().height());
        assertThat(receipts.withdrawal(CODE, NOW)).isEqualTo(new Impression.Imprime());
        assertThat(ReceiptToken.read(decode(printer.printouts().getFirst().picture()), PrintedReceiptsTest::find))
                .isEqualTo(new Reading.Genuine(new ReceiptToken(BORNE.cle(), CODE, ISSUER, Purpose.WITHDRAWAL, NOW)));
        assertThat(fr.roubaix.cln.hardware.raster.QrCode.read(first.picture()))
                .as("as the virtual scanner reads it")
                .contains(decode(first.picture()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generique-80mm", "generique-58mm"})
    void the_qr_read_from_the_printed_bytes_is_a_genuine_token(String printerName) throws Exception {
        long seed = 58_80;
        var random = new Random(seed);
        var model = model(printerName);
        var printer = new VirtualPrinter(model.widthInDots());
        var receipts = receipts(printer, model, hub(Optional.of(bulletin())));
        for (int i = 0; i < 120; i++) {
            var code = new ReceiptCode(random.nextLong() >>> 19);

            assertThat(receipts.print(code, NOW)).isEqualTo(new Impression.Imprime());

            var printout = printer.printouts().getFirst();
            assertThat(printout.complaints()).isEmpty();
            assertThat(printout.complete()).isTrue();
            assertThat(ReceiptToken.read(decode(printout.picture()), PrintedReceiptsTest::find))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(
                            new Reading.Genuine(new ReceiptToken(BORNE.cle(), code, ISSUER, Purpose.APPLICATION, NOW)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"generique-80mm", "generique-58mm"})
    void on_a_slow_line_the_receipt_is_letters_and_its_square_reads(String printerName) throws Exception {
        var model = model(printerName);
        var printer = new VirtualPrinter(model.widthInDots());
        var receipts = receipts(new SlowLine(printer, 960), model, hub(Optional.of(bulletin())));
        for (int number = 0; number < 3; number++) {
            assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.Imprime());
            var printout = printer.printouts().getFirst();
            assertThat(printout.complaints()).isEmpty();
            assertThat(printout.bytes()).as("six seconds at 9600 bauds").hasSizeLessThan(6 * 960);
            assertThat(new String(printout.bytes(), model.codePage().charset()))
                    .contains(CODE.affiche(), "Salle Watremez", "03 20 00 00 03");
            assertThat(ReceiptToken.read(decode(printout.picture()), PrintedReceiptsTest::find))
                    .isEqualTo(
                            new Reading.Genuine(new ReceiptToken(BORNE.cle(), CODE, ISSUER, Purpose.APPLICATION, NOW)));
            assertThat(new String(printout.bytes(), model.codePage().charset()).contains("DUPLICATA n° " + number))
                    .isEqualTo(number > 0);
        }
        assertThat(receipts.withdrawal(CODE, NOW)).isEqualTo(new Impression.Imprime());
        assertThat(ReceiptToken.read(decode(printer.printouts().getFirst().picture()), PrintedReceiptsTest::find))
                .isEqualTo(new Reading.Genuine(new ReceiptToken(BORNE.cle(), CODE, ISSUER, Purpose.WITHDRAWAL, NOW)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_paper_speaks_the_language_of_the_person_and_french_below_another(Language language) throws Exception {
        boolean french = language == Language.FRENCH || language == Language.EASY_FRENCH;
        var model = model("generique-80mm");
        var printer = new VirtualPrinter(model.widthInDots());
        var receipts = receipts(printer, model, hub(Optional.of(bulletin())));
        receipts.print(CODE, NOW);
        int inFrench = printer.printouts().getFirst().picture().height();
        receipts.print(new ReceiptCode(7), NOW, language.locale());
        var paper = printer.printouts().getFirst().picture();
        assertThat(paper.height() > 1.5 * inFrench).isEqualTo(!french);
        assertThat(ReceiptToken.read(decode(paper), PrintedReceiptsTest::find)).isInstanceOf(Reading.Genuine.class);
    }

    @Test
    void on_a_slow_line_letters_say_it_in_both_languages_and_a_script_without_letters_is_drawn() {
        var model = model("generique-80mm");
        var printer = new InMemoryPrinter();
        var receipts = receipts(new SlowLine(printer, 960), model, hub(Optional.of(bulletin())));

        receipts.print(CODE, NOW, Language.ENGLISH.locale());
        assertThat(new String(printer.jobs().getFirst(), model.codePage().charset()))
                .containsSubsequence("Application recorded", "Keep this receipt", "Candidature", "Gardez ce re");

        receipts.print(new ReceiptCode(7), NOW, Language.ARABIC.locale());
        assertThat(printer.jobs().getLast().length).isGreaterThan(100_000);
    }

    @Test
    void on_a_line_that_is_fast_enough_the_receipt_is_the_picture() {
        var model = model("generique-80mm");
        var printer = new InMemoryPrinter();
        var receipts = receipts(new SlowLine(printer, 11_520), model, hub(Optional.of(bulletin())));

        receipts.print(CODE, NOW);
        assertThat(printer.jobs().getFirst().length).isGreaterThan(10_000);
    }

    /** A printer at the end of a serial line. */
    private record SlowLine(ReceiptPrinter printer, int speed) implements ReceiptPrinter {

        @Override
        public PrintResult print(byte[] job) {
            return printer.print(job);
        }

        @Override
        public PrinterStatus status() {
            return printer.status();
        }

        @Override
        public OptionalInt bytesPerSecond() {
            return OptionalInt.of(speed);
        }
    }

    static List<Map.Entry<Fault, Raison>> faults() {
        return List.of(
                Map.entry(new PrinterStatus.NoPaper(), Raison.PLUS_DE_PAPIER),
                Map.entry(new PrinterStatus.CoverOpen(), Raison.CAPOT_OUVERT),
                Map.entry(new PrinterStatus.Unreachable(), Raison.INJOIGNABLE),
                Map.entry(new PrinterStatus.InError(ErrorKind.CUTTER), Raison.ERREUR),
                Map.entry(new PrinterStatus.InError(ErrorKind.UNRECOVERABLE), Raison.ERREUR));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_fault_tells_the_person_what_happened(Map.Entry<Fault, Raison> fault) {
        var printer = new InMemoryPrinter();
        var receipts = receipts(printer, model("generique-80mm"), hub(Optional.of(bulletin())));
        printer.become(fault.getKey());

        assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.NonImprime(fault.getValue()));

        printer.become(new PrinterStatus.PaperLow());
        assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.Imprime());
    }

    @Test
    void a_fault_on_the_virtual_printer_leaves_half_a_receipt_and_the_next_one_whole() throws Exception {
        var model = model("generique-80mm");
        var printer = new VirtualPrinter(576);
        var receipts = receipts(printer, model, hub(Optional.of(bulletin())));
        int length = receipts.job(CODE, NOW).length;
        for (int offset = 1; offset < length; offset += 4_999) {
            printer.failAt(offset, new PrinterStatus.NoPaper());
            assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.NonImprime(Raison.PLUS_DE_PAPIER));

            printer.become(new PrinterStatus.Ready());
            assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.Imprime());
            assertThat(decode(printer.printouts().getFirst().picture()))
                    .as("after a fault at byte %d", offset)
                    .startsWith("CLN1:");
        }
    }

    @Test
    void a_kiosk_that_cannot_sign_says_so_without_an_exception() {
        var printer = new InMemoryPrinter();
        var receipts = new PrintedReceipts(
                printer,
                Profiles.shipped().site(Secteur.NORD),
                writer(printer, model("generique-80mm")),
                hub(Optional.of(bulletin())),
                (use, content) -> {
                    throw new IllegalStateException("no key");
                },
                new RememberedJobs());

        assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.NonImprime(Raison.ERREUR));
        assertThat(printer.jobs()).isEmpty();
    }

    @Test
    void the_receipt_tells_the_draw_of_the_call_that_was_open_and_the_phones_of_the_bulletin() {
        var content = receipts(new InMemoryPrinter(), model("generique-80mm"), hub(Optional.of(bulletin())))
                .content(BORNE, CODE, NOW);

        assertThat(content.at()).isEqualTo(LocalDateTime.of(2025, 5, 27, 14, 6, 42));
        assertThat(content.draw()).hasValue(new ReceiptContent.Draw(LocalDate.of(2025, 6, 13), "Salle Watremez"));
        assertThat(content.mairieTelephone()).isEqualTo("03 20 00 00 03");
        assertThat(content.councilTelephone()).hasValue("07 88 95 77 06");
    }

    @Test
    void without_a_bulletin_the_receipt_still_comes_out_with_the_phone_of_the_site() throws Exception {
        var printer = new VirtualPrinter(576);
        var receipts = receipts(printer, model("generique-80mm"), hub(Optional.empty()));
        var content = receipts.content(BORNE, CODE, NOW);

        assertThat(content.mairieTelephone()).isEqualTo("07 87 25 07 09");
        assertThat(content.draw()).isEmpty();
        assertThat(receipts.print(CODE, NOW)).isEqualTo(new Impression.Imprime());
        assertThat(decode(printer.printouts().getFirst().picture())).startsWith("CLN1:");
    }

    @Test
    void an_application_outside_every_call_gets_no_date_of_draw() {
        var receipts = receipts(new InMemoryPrinter(), model("generique-80mm"), hub(Optional.of(bulletin())));

        assertThat(receipts.content(BORNE, CODE, Instant.parse("2025-06-07T00:00:00Z"))
                        .draw())
                .isEmpty();
    }

    private static PrinterProfile model(String printerName) {
        return Profiles.shipped().printer(printerName);
    }

    private static PrintedReceipts receipts(ReceiptPrinter printer, PrinterProfile model, Hub hub) {
        return new PrintedReceipts(
                printer,
                Profiles.shipped().site(Secteur.NORD),
                writer(printer, model),
                hub,
                KEYS,
                new RememberedJobs());
    }

    private static ReceiptWriter writer(ReceiptPrinter printer, PrinterProfile model) {
        return new ReceiptWriter(printer, model, Profiles.shipped().site(Secteur.NORD));
    }

    private static Bulletin bulletin() {
        var appel = new Appel(
                new AppelId("2025"),
                LocalDate.of(2025, 5, 5),
                LocalDate.of(2025, 6, 6),
                null,
                LocalDate.of(2025, 6, 6),
                LocalDate.of(2025, 6, 13),
                "Salle Watremez");
        return new Bulletin(
                7,
                NOW,
                "2025",
                List.of(new AppelPublie(appel, false)),
                List.of(new ContactDeMairie(Secteur.NORD, "03 20 00 00 03")),
                "07 88 95 77 06",
                List.of(),
                List.of(),
                List.of());
    }

    private static Hub hub(Optional<Bulletin> bulletin) {
        return new Hub() {
            @Override
            public Optional<Bulletin> bulletin() {
                return bulletin;
            }

            @Override
            public Liaison liaison() {
                return new Liaison(false, 0, Optional.empty(), Duration.ZERO, Optional.empty(), Optional.empty());
            }

            @Override
            public Optional<VerifyingKey> signingKey() {
                return Optional.empty();
            }

            @Override
            public Optional<Borne> borne() {
                return Optional.of(BORNE);
            }
        };
    }

    /** Found in the whole paper, as a camera does, not in a rectangle known in advance. */
    private static String decode(Bitmap picture) throws ReaderException {
        int width = picture.width();
        int[] pixels = picture.image().getRGB(0, 0, width, picture.height(), null, 0, width);
        var source = new RGBLuminanceSource(width, picture.height(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }

    private static Optional<VerifyingKey> find(Issuer issuer, int keyId) {
        return issuer.equals(ISSUER) && keyId == BORNE.cle() ? Optional.of(KEYS.verifyingKey()) : Optional.empty();
    }
}
