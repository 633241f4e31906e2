package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Failed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Printed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Refused;

/** A device file from which nothing comes back, as a named pipe: its other end reads, does not, or is not there. */
@DisabledOnOs(OS.WINDOWS)
class FilePrinterTest {

    private static final byte[] JOB = ReceiptPrinterContract.JOB;

    @TempDir
    Path folder;

    private Path pipe;
    private EscPosPrinter printer;

    @BeforeEach
    void a_pipe() throws Exception {
        pipe = folder.resolve("lp0");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        printer = EscPosPrinter.overFile(pipe, Questions.NEVER, WiredPrinter.SHORT);
    }

    @Test
    void what_is_printed_comes_out_at_the_other_end() {
        var read = reader();

        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(read.join()).endsWith(JOB);
    }

    @Test
    void its_state_is_unknown_and_it_is_not_called_down() {
        var read = reader();

        assertThat(printer.status()).isEqualTo(new Unknown());
        assertThat(read.join()).as("the end of a picture, if one was begun").containsOnly(0);
    }

    @Test
    void an_opening_that_the_system_holds_is_given_up_and_found_again() {
        var quick = EscPosPrinter.overFile(pipe, Questions.NEVER, patience(Duration.ofMillis(200)));
        assertThat(quick.status()).isEqualTo(new Unreachable());
        int threads = Thread.activeCount();
        for (int i = 0; i < 20; i++) {
            assertThat(quick.print(JOB)).isEqualTo(new Refused(new Unreachable()));
        }
        assertThat(Thread.activeCount())
                .as("one thread waits there, not twenty")
                .isLessThan(threads + 5);

        assertThat(reader().join())
                .as("the opening that waited, closed at once")
                .isEmpty();
        var read = reader();
        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(read.join()).endsWith(JOB);
    }

    @Test
    void a_reader_that_stops_in_the_middle_holds_nobody() throws Exception {
        try (var reader = new ProcessBuilder("sh", "-c", "exec 3<'" + pipe + "'; head -c 10 <&3; exec sleep 60")
                .start()
                .getInputStream()) {
            long start = System.nanoTime();

            assertThat(printer.print(new byte[400_000])).isInstanceOf(Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(reader.readNBytes(10)).hasSize(10);
        }
    }

    @Test
    void a_file_that_is_no_device_is_not_made_up() {
        var nowhere = folder.resolve("lp1");

        assertThat(EscPosPrinter.overFile(nowhere, Questions.NEVER, WiredPrinter.SHORT)
                        .print(JOB))
                .isEqualTo(new Refused(new Unreachable()));
        assertThat(nowhere).doesNotExist();
    }

    private static Patience patience(Duration reach) {
        var usual = WiredPrinter.SHORT;
        return new Patience(reach, usual.answer(), usual.stall(), usual.job(), usual.paper());
    }

    private CompletableFuture<byte[]> reader() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
