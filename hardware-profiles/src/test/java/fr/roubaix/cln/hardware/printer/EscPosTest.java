package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.hardware.printer.EscPos.Alignment;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.raster.Bitmap;

class EscPosTest {

    private static final CodePage FRENCH = new CodePage(16, Charset.forName("windows-1252"));

    @Test
    void the_commands_are_those_of_the_reference() {
        byte[] job = new EscPos(FRENCH)
                .initialise()
                .align(Alignment.CENTRE)
                .bold(true)
                .size(2, 3)
                .line("Reçu n° 1 €")
                .bold(false)
                .feedLines(4)
                .cut(Cut.PARTIAL)
                .cut(Cut.FULL)
                .bytes();

        assertThat(hex(job))
                .isEqualTo("1B40" + "1B7410" + "1B6101" + "1B4501" + "1D2112"
                        + "5265E775206EB02031208 00A".replace(" ", "") + "1B4500" + "1B6404" + "1D564200" + "1D564100");
    }

    @Test
    void the_white_on_the_right_of_a_band_is_not_sent() {
        byte[] rows = new byte[8 * 130];
        rows[2] = 0x01;
        rows[8 * 129] = (byte) 0x80;
        byte[] job = new EscPos(FRENCH).raster(Bitmap.ofRows(64, 130, rows)).bytes();

        assertThat(hex(job))
                .startsWith("1D763000" + "0300" + "8000" + "000001")
                .endsWith("1D763000" + "0100" + "0200" + "00" + "80");
        assertThat(job).hasSize(8 + 3 * 128 + 8 + 2);
    }

    @Test
    void what_the_code_page_lacks_is_refused_rather_than_replaced() {
        assertThatThrownBy(() -> new EscPos(FRENCH).line("مرحبا")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EscPos(FRENCH).line("a\u001bb")).isInstanceOf(IllegalArgumentException.class);
        assertThat(FRENCH.holds("Œuvre à Noël")).isTrue();
    }

    @Test
    void any_picture_comes_back_from_the_bytes() {
        long seed = 8;
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            int width = 8 * (1 + random.nextInt(72));
            byte[] rows = new byte[width / 8 * (1 + random.nextInt(300))];
            random.nextBytes(rows);
            var picture = Bitmap.ofRows(width, rows.length / (width / 8), rows);
            var printer = new VirtualPrinter(width);
            printer.print(new EscPos(FRENCH)
                    .initialise()
                    .raster(picture)
                    .cut(Cut.FULL)
                    .bytes());

            var printout = printer.printouts().getFirst();
            assertThat(printout.picture()).as("seed %d, round %d", seed, i).isEqualTo(picture);
            assertThat(printout.complaints()).isEmpty();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
    }
}
