package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;
import fr.roubaix.cln.hardware.printer.ListeningPrinter.Manner;
import fr.roubaix.cln.hardware.printer.PrinterStatus.CoverOpen;
import fr.roubaix.cln.hardware.printer.PrinterStatus.NoPaper;
import fr.roubaix.cln.hardware.printer.PrinterStatus.PaperLow;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Reason;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Failed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Printed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Refused;
import fr.roubaix.cln.hardware.raster.Bitmap;

/** The driver over TCP against printers that lie, stay silent, or break the line. */
class TcpTroubleTest {

    private static final byte[] JOB = ReceiptPrinterContract.JOB;

    private final List<ListeningPrinter> opened = new ArrayList<>();

    @AfterEach
    void switch_off() {
        opened.forEach(ListeningPrinter::close);
    }

    private ListeningPrinter listening() {
        try {
            var far = new ListeningPrinter(576);
            opened.add(far);
            return far;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void whatever_it_answers_the_state_is_one_of_the_design(Manner manner) {
        var far = listening();
        far.behave(manner);
        var status = new WiredPrinter(far, Questions.ASKED).status();

        assertThat(status)
                .isEqualTo(
                        switch (manner) {
                            case ANSWERS, KNOWS_NO_TURN -> new Ready();
                            case SILENT -> new Unknown(Reason.SILENT);
                            case HALF -> new Unknown(Reason.PARTIAL);
                            case GARBLED -> new Unknown(Reason.GARBLED);
                            case HANGS_UP -> new Unreachable();
                        });
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, mode = EnumSource.Mode.EXCLUDE, names = "HANGS_UP")
    void whatever_it_answers_a_printer_that_takes_bytes_prints(Manner manner) {
        var far = listening();
        far.behave(manner);
        var printer = new WiredPrinter(far, Questions.ASKED);

        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(far.taken()).hasSize(2 * JOB.length);
    }

    @Test
    void a_printer_that_is_never_to_be_asked_is_not() {
        var far = listening();
        far.behave(Manner.HANGS_UP);
        var printer = new WiredPrinter(far, Questions.NEVER);

        assertThat(printer.status()).isEqualTo(new Unknown());
        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(far.taken()).isEqualTo(JOB);
        far.become(new Unreachable());
        assertThat(printer.status()).isEqualTo(new Unreachable());
    }

    @Test
    void a_line_cut_at_any_byte_of_a_job_is_told_and_the_printer_is_found_again() {
        var far = listening();
        var printer = new WiredPrinter(far, Questions.ASKED);
        for (int offset = 0; offset < JOB.length; offset++) {
            far.hangUpAt(offset);

            assertThat(printer.print(JOB)).as("byte %d", offset).isEqualTo(new Failed(new Unreachable()));
            assertThat(printer.status()).isEqualTo(new Ready());
        }
    }

    @Test
    void a_line_cut_at_any_byte_under_a_silent_printer_is_told_too() {
        var far = listening();
        far.behave(Manner.SILENT);
        var printer = new WiredPrinter(far, Questions.NEVER);
        for (int offset = 0; offset < JOB.length; offset++) {
            far.hangUpAt(offset);

            assertThat(printer.print(JOB)).as("byte %d", offset).isEqualTo(new Failed(new Unreachable()));
        }
    }

    @Test
    void a_picture_left_in_the_middle_does_not_swallow_the_next_receipt() {
        long seed = 9_100;
        var random = new Random(seed);
        byte[] rows = new byte[72 * 200];
        random.nextBytes(rows);
        var picture = Bitmap.ofRows(576, 200, rows);
        byte[] job = new EscPos(new CodePage(16, Charset.forName("windows-1252")))
                .initialise()
                .raster(picture)
                .cut(EscPos.Cut.PARTIAL)
                .bytes();
        var far = listening();
        var printer = new WiredPrinter(far, Questions.ASKED);
        for (int offset = 0; offset < job.length; offset += 1 + random.nextInt(1500)) {
            // The cover keeps the printer's memory; its line is cut, so nothing tells it where the next job begins.
            far.hangUpAt(offset);
            assertThat(printer.print(job)).isInstanceOf(Failed.class);

            assertThat(printer.print(job)).isEqualTo(new Printed());
            var paper = far.printouts().getFirst().picture();
            var end = Bitmap.ofRows(576, 200, paper.rows(paper.height() - 200, 200, 72));
            assertThat(end).as("seed %d, byte %d", seed, offset).isEqualTo(picture);
        }
    }

    @Test
    void a_picture_that_another_process_left_in_the_middle_is_ended_before_the_first_job() {
        byte[] rows = new byte[72 * 100];
        java.util.Arrays.fill(rows, (byte) 0x55);
        var picture = Bitmap.ofRows(576, 100, rows);
        byte[] job = new EscPos(new CodePage(16, Charset.forName("windows-1252")))
                .initialise()
                .raster(picture)
                .cut(EscPos.Cut.PARTIAL)
                .bytes();
        var far = listening();
        for (boolean looked : new boolean[] {true, false}) {
            far.hangUpAt(job.length / 2);
            assertThat(new WiredPrinter(far, Questions.ASKED).print(job)).isInstanceOf(Failed.class);
            far.forget();
            var next = new WiredPrinter(far, Questions.ASKED);
            if (looked) {
                assertThat(next.status()).isEqualTo(new Ready());
            }

            assertThat(next.print(job)).isEqualTo(new Printed());
            assertThat(far.taken()).isEqualTo(job);
        }
    }

    @Test
    void bytes_of_a_question_inside_a_picture_confuse_nobody() {
        byte[] rows = new byte[72 * 60];
        for (int i = 0; i + 3 < rows.length; i += 7) {
            rows[i] = 0x10;
            rows[i + 1] = 0x04;
            rows[i + 2] = (byte) (1 + i % 4);
        }
        byte[] job = new EscPos(new CodePage(16, Charset.forName("windows-1252")))
                .initialise()
                .raster(Bitmap.ofRows(576, 60, rows))
                .cut(EscPos.Cut.FULL)
                .bytes();
        var far = listening();
        var printer = new WiredPrinter(far, Questions.ASKED);
        far.become(new PaperLow());

        assertThat(printer.print(job)).isEqualTo(new Printed());
        assertThat(printer.status()).isEqualTo(new PaperLow());
        far.become(new CoverOpen());
        assertThat(printer.print(job)).isEqualTo(new Refused(new CoverOpen()));
    }

    @Test
    void nothing_waits_for_a_printer_that_accepts_the_connection_and_never_reads() throws Exception {
        try (var mute = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
            mute.setReceiveBufferSize(1024);
            var printer = EscPosPrinter.overTcp("127.0.0.1", mute.getLocalPort(), Questions.ASKED, WiredPrinter.SHORT);
            long start = System.nanoTime();

            assertThat(printer.status()).isEqualTo(new Unknown(Reason.SILENT));
            assertThat(printer.print(new byte[4_000_000])).isEqualTo(new Failed(new Unreachable()));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_name_that_leads_nowhere_is_a_printer_out_of_reach() {
        var printer = EscPosPrinter.overTcp("imprimante.invalid", 9100, Questions.ASKED, WiredPrinter.SHORT);

        assertThat(printer.status()).isEqualTo(new Unreachable());
        assertThat(printer.print(JOB)).isEqualTo(new Refused(new Unreachable()));
    }

    @Test
    void paper_that_ends_after_the_last_byte_was_taken_is_noticed() {
        var far = listening();
        var printer = new WiredPrinter(far, Questions.ASKED);
        far.failAt(JOB.length - 1, new NoPaper());

        assertThat(printer.print(JOB)).isEqualTo(new Failed(new NoPaper()));
    }
}
