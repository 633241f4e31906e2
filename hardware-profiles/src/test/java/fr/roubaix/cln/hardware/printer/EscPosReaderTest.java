package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitImageWrapper;
import com.github.anastaciocintra.escpos.image.Bitonal;
import com.github.anastaciocintra.escpos.image.BitonalThreshold;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.GraphicsImageWrapper;
import com.github.anastaciocintra.escpos.image.ImageWrapperInterface;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.printer.VirtualPrinter.Printout;
import fr.roubaix.cln.hardware.raster.Bitmap;

/** The reader on streams that this project did not write: by hand from the reference, and by the encoder of others. */
class EscPosReaderTest {

    private static final String INIT = "1B40";
    private static final String CUT = "1D564200";

    private static Printout print(byte[] job) {
        var printer = new VirtualPrinter(576);
        printer.print(job);
        return printer.printouts().getFirst();
    }

    private static Printout print(String hex) {
        return print(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static int ink(Bitmap picture) {
        int ink = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                ink += picture.black(x, y) ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void a_column_picture_of_24_dots_stands_up() {
        // ESC * 33, 2 columns: the first all black, the second its top dot only.
        var paper = print(INIT + "1B2A21 0200 FFFFFF 800000 0A" + CUT).picture();

        for (int y = 0; y < 24; y++) {
            assertThat(paper.black(0, y)).isTrue();
            assertThat(paper.black(1, y)).isEqualTo(y == 0);
        }
        assertThat(ink(paper)).isEqualTo(25);
    }

    @Test
    void a_column_picture_of_8_dots_fills_the_height_of_24() {
        // ESC * 1, one column, its top and bottom dots; each is three dots tall.
        assertThat(ink(print(INIT + "1B2A01 0100 81 0A" + CUT).picture())).isEqualTo(6);
        // ESC * 0: every column twice.
        assertThat(ink(print(INIT + "1B2A00 0100 81 0A" + CUT).picture())).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"00, 4", "01, 8", "02, 8", "03, 16"})
    void a_raster_prints_in_four_sizes(String mode, int dots) {
        var paper = print(INIT + "1D7630" + mode + "0100 0100 F0" + CUT).picture();

        assertThat(ink(paper)).isEqualTo(dots);
    }

    @Test
    void stored_graphics_print_when_they_are_told_to() {
        // GS ( L, function 112: 8 by 2, then function 50.
        var paper = print(INIT + "1D284C 0C00 30 70 30 01 01 31 0800 0200 FF 81" + "1D284C 0200 30 32" + CUT);

        assertThat(paper.complaints()).isEmpty();
        assertThat(ink(paper.picture())).isEqualTo(10);
    }

    @Test
    void a_qr_code_of_the_printer_s_own_reads() throws Exception {
        // GS ( k: model 2, module 4, correction M, store "CLN", print.
        var paper = print(INIT + "1D286B 0400 31 41 32 00" + "1D286B 0300 31 43 04" + "1D286B 0300 31 45 31"
                + "1D286B 0600 31 50 30 434C4E" + "1D286B 0300 31 51 30" + "1B4A28" + CUT);

        assertThat(paper.complaints()).isEmpty();
        assertThat(decode(paper.picture())).isEqualTo("CLN");
    }

    @Test
    void styles_change_the_ink_and_leave_with_the_settings() {
        int plain = ink(print(INIT + "456E" + "0A" + CUT).picture());

        assertThat(ink(print(INIT + "1B2D01 456E 0A" + CUT).picture()))
                .as("underlined")
                .isEqualTo(underlined(plain));
        assertThat(ink(print(INIT + "1D4201 456E 0A" + CUT).picture()))
                .as("white on black")
                .isEqualTo(2 * 12 * 24 - plain);
        assertThat(ink(print(INIT + "1B2130 456E 0A" + CUT).picture()))
                .as("ESC ! double")
                .isEqualTo(4 * plain);
        assertThat(ink(print(INIT + "1D4201 1B2D02 1B2138" + INIT + "456E 0A" + CUT)
                        .picture()))
                .isEqualTo(plain);
    }

    private static int underlined(int plain) {
        return plain + 2 * 12;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1B70 00 19 FA",
                "1B6335 01",
                "1D6101",
                "1D4901",
                "100401",
                "1014 01 00 05",
                "1B5500",
                "1D5040 40",
                "1B44 08 10 18 00",
                "1C2E",
                "000000",
                "0D"
            })
    void what_leaves_nothing_on_paper_leaves_nothing_and_is_no_complaint(String command) {
        var plain = print(INIT + "456E0A" + CUT);
        var paper = print(INIT + command + "456E0A" + CUT);

        assertThat(paper.picture()).isEqualTo(plain.picture());
        assertThat(paper.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A bar code of each form, letters of one's own, a NV picture, a macro, a command of no reference.
                "1D6B 04 31323300",
                "1D6B 49 03 414243",
                "1B26 01 41 42 02 FFFF 01 FF",
                "1C70 01 00",
                "1D5E 01 01 00",
                "1D2878 0300 010203",
                "1B7A 01",
                "1D2A 01 01 0102030405060708"
            })
    void what_it_cannot_print_is_skipped_whole_and_told_once(String command) {
        var plain = print(INIT + "456E0A" + CUT);
        var paper = print(INIT + command + "456E0A" + CUT);

        assertThat(paper.picture()).isEqualTo(plain.picture());
        assertThat(paper.complaints()).hasSize(1);
    }

    @Test
    void what_the_encoder_of_others_writes_is_understood() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var other = new EscPos(bytes)) {
            other.initializePrinter();
            other.setCharacterCodeTable(EscPos.CharacterCodeTable.WPC1252);
            other.write(
                    new Style()
                            .setFontSize(Style.FontSize._2, Style.FontSize._2)
                            .setJustification(EscPosConst.Justification.Center),
                    "Candidature");
            other.feed(1);
            other.writeLF(new Style().setBold(true).setUnderline(Style.Underline.OneDotThick), "Numéro 7F3K9");
            other.writeLF(new Style().setColorMode(Style.ColorMode.WhiteOnBlack), "Reçu");
            other.write(new QRCode().setSize(6).setJustification(EscPosConst.Justification.Center), "CLN1:ESSAI");
            other.feed(3);
            other.cut(EscPos.CutMode.PART);
        }
        var paper = print(bytes.toByteArray());

        assertThat(paper.complaints())
                .as("it asks for model 0 of QR codes, which the reference does not know")
                .containsExactly("1D 28 6B");
        assertThat(paper.complete()).isTrue();
        assertThat(decode(paper.picture())).isEqualTo("CLN1:ESSAI");
    }

    @Test
    void a_picture_sent_by_others_in_three_ways_is_the_same_picture() throws Exception {
        var raster = pictured(new RasterBitImageWrapper());
        assertThat(ink(pictured(new GraphicsImageWrapper())))
                .isEqualTo(ink(raster))
                .isPositive();
        assertThat(ink(pictured(new BitImageWrapper()))).isEqualTo(ink(raster));
    }

    private static Bitmap pictured(ImageWrapperInterface<?> way) throws Exception {
        var image = new BufferedImage(96, 48, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 96, 48);
        pen.setColor(Color.BLACK);
        pen.fillRect(10, 5, 30, 17);
        pen.fillRect(60, 30, 9, 11);
        pen.dispose();
        Bitonal threshold = new BitonalThreshold(127);
        var bytes = new ByteArrayOutputStream();
        try (var other = new EscPos(bytes)) {
            other.initializePrinter();
            other.write(way, new EscPosImage(new CoffeeImageImpl(image), threshold));
            other.cut(EscPos.CutMode.FULL);
        }
        var paper = print(bytes.toByteArray());
        assertThat(paper.complaints()).isEmpty();
        return paper.picture();
    }

    @Test
    void no_stream_of_bytes_makes_it_throw_or_fill_the_memory() {
        long seed = 80;
        var random = new Random(seed);
        byte[] heads = {0x1b, 0x1d, 0x10, 0x1c, '(', 'L', 'k', '*', 'v', '0', '8', 'V', 0, 1, 0x7f};
        for (int i = 0; i < 60; i++) {
            byte[] job = new byte[random.nextInt(3_000)];
            random.nextBytes(job);
            for (int j = 0; j < job.length; j++) {
                if (random.nextInt(3) == 0) {
                    job[j] = heads[random.nextInt(heads.length)];
                }
            }
            assertThatCode(() -> new VirtualPrinter(384).print(job))
                    .as("seed %d, round %d", seed, i)
                    .doesNotThrowAnyException();
        }
        byte[] huge = HexFormat.of().parseHex("1D384CFFFFFF7F3070" + "00".repeat(64));
        assertThatCode(() -> new VirtualPrinter(384).print(huge)).doesNotThrowAnyException();
    }

    @Test
    void the_text_of_the_reference_in_another_table() {
        byte[] job = ("\u001b@\u001bt\u0010" + "R\u00e9u\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] dos = {0x1b, '@', 0x1b, 't', 3, 'R', (byte) 0x82, 'u', '\n'};

        assertThat(print(job).picture()).isEqualTo(print(dos).picture());
    }

    private static String decode(Bitmap picture) throws Exception {
        int width = picture.width();
        int[] pixels = picture.image().getRGB(0, 0, width, picture.height(), null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new GlobalHistogramBinarizer(new RGBLuminanceSource(width, picture.height(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }
}
