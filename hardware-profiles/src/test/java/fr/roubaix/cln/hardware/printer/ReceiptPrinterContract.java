package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.roubaix.cln.hardware.printer.PrinterStatus.CoverOpen;
import fr.roubaix.cln.hardware.printer.PrinterStatus.ErrorKind;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.InError;
import fr.roubaix.cln.hardware.printer.PrinterStatus.NoPaper;
import fr.roubaix.cln.hardware.printer.PrinterStatus.PaperLow;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Failed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Printed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Refused;

/** What every printer promises, in every trouble that can be arranged. */
abstract class ReceiptPrinterContract {

    static final byte[] JOB = new EscPos(new CodePage(16, java.nio.charset.Charset.forName("windows-1252")))
            .initialise()
            .line("Reçu")
            .cut(EscPos.Cut.PARTIAL)
            .bytes();

    abstract SimulatedPrinter printer();

    /** The bytes that the printer took since it was made. */
    abstract byte[] taken(SimulatedPrinter printer);

    /** Every byte, where a fault is known at once. */
    int stride() {
        return 1;
    }

    static Stream<Fault> faults() {
        return Stream.concat(
                Stream.of(new CoverOpen(), new NoPaper(), new Unreachable()),
                Stream.of(ErrorKind.values()).map(InError::new));
    }

    static Stream<PrinterStatus> usable() {
        return Stream.of(new Ready(), new PaperLow(), new Unknown());
    }

    @Test
    void a_new_printer_is_ready() {
        assertThat(printer().status()).isEqualTo(new Ready());
    }

    @ParameterizedTest
    @MethodSource("usable")
    void a_usable_printer_takes_every_byte_and_says_its_state(PrinterStatus status) {
        var printer = printer();
        printer.become(status);

        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(taken(printer)).isEqualTo(JOB);
        assertThat(printer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_reaches_the_caller_and_nothing_is_taken(Fault fault) {
        var printer = printer();
        printer.become(fault);

        assertThat(printer.print(JOB)).isEqualTo(new Refused(fault));
        assertThat(taken(printer)).isEmpty();
        assertThat(printer.status()).isEqualTo(fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_at_any_byte_reaches_the_caller_and_stays_until_someone_acts(Fault fault) {
        for (int offset = 0; offset < JOB.length; offset += stride()) {
            var printer = printer();
            printer.failAt(offset, fault);

            assertThat(printer.print(JOB)).as("byte %d", offset).isEqualTo(new Failed(fault));
            assertThat(printer.status()).isEqualTo(fault);
            assertThat(printer.print(JOB)).isEqualTo(new Refused(fault));

            printer.become(new Ready());
            assertThat(printer.print(JOB)).isEqualTo(new Printed());
        }
    }

    @Test
    void a_fault_armed_beyond_the_job_does_not_stop_it() {
        var printer = printer();
        printer.failAt(JOB.length, new NoPaper());

        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(printer.status()).isEqualTo(new Ready());
    }

    @Test
    void the_caller_may_reuse_its_array() {
        var printer = printer();
        byte[] job = JOB.clone();
        printer.print(job);
        java.util.Arrays.fill(job, (byte) 0);

        assertThat(taken(printer)).isEqualTo(JOB);
    }

    @Test
    void a_job_of_rubbish_is_not_an_exception() {
        var printer = printer();
        byte[] rubbish = "\u001b\u001d\u0010\u0000plouf\u001dv0".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(printer.print(rubbish)).isEqualTo(new Printed());
    }
}
