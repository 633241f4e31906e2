package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Printed;
import fr.roubaix.cln.hardware.raster.Bitmap;

/** The reader against streams written by hand from the command reference, never by our own encoder. */
class VirtualPrinterTest extends ReceiptPrinterContract {

    private static final String INIT = "1B40";
    private static final String CUT = "1D564200";

    private final VirtualPrinter printer = new VirtualPrinter(64);

    @Override
    SimulatedPrinter printer() {
        return new VirtualPrinter(576);
    }

    @Override
    byte[] taken(SimulatedPrinter printer) {
        var all = new ByteArrayOutputStream();
        ((VirtualPrinter) printer).printouts().reversed().forEach(p -> all.writeBytes(p.bytes()));
        return all.toByteArray();
    }

    @Test
    void a_raster_is_burnt_dot_for_dot() {
        // Two bytes by three rows: a corner, a line, a corner.
        var paper = print(INIT + "1D763000" + "0200" + "0300" + "8000" + "FFFF" + "0001" + CUT);

        assertThat(dots(paper, 3)).isEqualTo("""
                        #...............................................................
                        ################................................................
                        ...............#................................................
                        """);
        assertThat(paper.height()).isEqualTo(3);
    }

    @Test
    void alignment_moves_a_raster() {
        var paper = print(INIT + "1B6101" + "1D763000" + "0200" + "0100" + "FFFF" + "1B6102" + "1D763000" + "0200"
                + "0100" + "FFFF" + "1B6100" + "1D763000" + "0100" + "0100" + "FF" + CUT);

        assertThat(dots(paper, 3)).isEqualTo("""
                        ........................################........................
                        ................................................################
                        ########........................................................
                        """);
    }

    @Test
    void a_raster_of_more_than_255_rows_counts_them_on_two_bytes() {
        var paper = print(INIT + "1D763000" + "0100" + "0101" + "01".repeat(257) + CUT);

        assertThat(paper.height()).isEqualTo(257);
        assertThat(paper.black(7, 256)).isTrue();
    }

    @Test
    void text_takes_cells_of_12_by_24_dots_and_lines_of_30() {
        // "EE" then line feed, at the left.
        var paper = print(INIT + "4545" + "0A" + CUT);

        assertThat(paper.height()).isEqualTo(30);
        assertThat(inked(paper, 0, 12)).isPositive().isEqualTo(inked(paper, 12, 12));
        assertThat(inked(paper, 24, 40)).isZero();
    }

    @Test
    void double_size_makes_four_times_the_ink_and_bold_makes_more() {
        int plain = inked(print(INIT + "450A" + CUT), 0, 64);
        int doubled = inked(print(INIT + "1D2111" + "450A" + CUT), 0, 64);
        int bold = inked(print(INIT + "1B4501" + "450A" + CUT), 0, 64);

        assertThat(doubled).isEqualTo(4 * plain);
        assertThat(bold).isGreaterThan(plain);
    }

    @Test
    void the_same_letter_comes_out_of_every_code_page_that_has_it() {
        // é: 82 in CP437 and CP850, E9 in windows-1252.
        var cp437 = print(INIT + "1B7400" + "820A" + CUT);
        var cp850 = print(INIT + "1B7402" + "820A" + CUT);
        var cp1252 = print(INIT + "1B7410" + "E90A" + CUT);

        assertThat(cp1252).isEqualTo(cp437).isEqualTo(cp850);
        assertThat(print(INIT + "1B7410" + "820A" + CUT)).isNotEqualTo(cp437);
    }

    @Test
    void initialising_forgets_size_bold_alignment_and_table() {
        var plain = print(INIT + "450A" + CUT);

        assertThat(print("1D2122" + "1B4501" + "1B6102" + "1B7410" + INIT + "450A" + CUT))
                .isEqualTo(plain);
    }

    @Test
    void feeds_move_the_paper_and_a_cut_begins_a_new_one() {
        print(INIT + "450A" + "1B6402" + "1B4A07" + CUT + "450A" + "1D5600");

        assertThat(printer.printouts())
                .extracting(p -> p.number() + ":" + p.picture().height())
                .containsExactly("2:30", "1:97");
    }

    @Test
    void a_printer_without_a_cut_gives_its_paper_at_the_end_of_the_job() {
        print(INIT + "450A" + "1B6405");

        assertThat(printer.printouts()).singleElement().satisfies(p -> {
            assertThat(p.complete()).isTrue();
            assertThat(p.picture().height()).isEqualTo(180);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1B3F00", "1D4B00", "07", "1B7463", "1D7655000100010000", "1D763000090001000000000000000000FF"})
    void what_it_does_not_understand_is_reported_and_not_printed_as_text(String command) {
        print(INIT + command + "450A" + CUT);

        assertThat(printer.printouts().getFirst().complaints()).hasSize(1);
    }

    @Test
    void a_broken_raster_leaves_its_whole_rows_on_the_paper_and_does_not_eat_the_next_job() {
        byte[] raster = HexFormat.of().parseHex(INIT + "1D763000" + "0200" + "0300" + "FFFF" + "FFFF" + "FFFF" + CUT);
        printer.failAt(10 + 2 + 2 + 1, new Unreachable());
        printer.print(raster);

        assertThat(printer.printouts()).singleElement().satisfies(p -> {
            assertThat(p.complete()).isFalse();
            assertThat(p.picture().height()).isEqualTo(2);
            assertThat(p.bytes()).hasSize(15);
        });

        printer.become(new Ready());
        assertThat(printer.print(raster)).isEqualTo(new Printed());
        assertThat(printer.printouts().getFirst().picture().height()).isEqualTo(3);
        assertThat(printer.printouts().getFirst().complaints()).isEmpty();
    }

    @Test
    void the_png_shows_what_was_burnt() throws Exception {
        var paper = print(INIT + "1D763000" + "0100" + "0200" + "80" + "01" + CUT);
        var png = ImageIO.read(new ByteArrayInputStream(paper.png()));

        assertThat(png.getWidth()).isEqualTo(64);
        assertThat(png.getHeight()).isEqualTo(2);
        assertThat(png.getRGB(0, 0)).isEqualTo(0xff000000);
        assertThat(png.getRGB(7, 0)).isEqualTo(0xffffffff);
        assertThat(png.getRGB(7, 1)).isEqualTo(0xff000000);
    }

    @Test
    void only_the_last_twenty_papers_are_kept() {
        for (int i = 0; i < 25; i++) {
            print(INIT + "450A" + CUT);
        }
        assertThat(printer.printouts()).hasSize(20);
        assertThat(printer.printout(25)).isPresent();
        assertThat(printer.printout(5)).isEmpty();
    }

    @Test
    void random_bytes_never_throw() {
        long seed = 1979;
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] job = new byte[random.nextInt(400)];
            random.nextBytes(job);
            if (i % 2 == 0 && job.length > 0) {
                job[0] = 0x1d;
            }
            assertThat(printer.print(job)).as("seed %d, round %d", seed, i).isEqualTo(new Printed());
            // A command left open must not swallow the next round.
            printer.failAt(0, new Unreachable());
            printer.print(new byte[1]);
            printer.become(new Ready());
        }
    }

    private Bitmap print(String hex) {
        assertThat(printer.print(HexFormat.of().parseHex(hex))).isEqualTo(new Printed());
        return printer.printouts().getFirst().picture();
    }

    private static String dots(Bitmap picture, int rows) {
        var text = new StringBuilder();
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < picture.width(); x++) {
                text.append(picture.black(x, y) ? '#' : '.');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static int inked(Bitmap picture, int fromColumn, int columns) {
        int inked = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = fromColumn; x < fromColumn + columns; x++) {
                inked += picture.black(x, y) ? 1 : 0;
            }
        }
        return inked;
    }
}
