package fr.roubaix.cln.hardware.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;
import fr.roubaix.cln.hardware.printer.ListeningPrinter.Manner;
import fr.roubaix.cln.hardware.printer.PrinterStatus.NoPaper;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unreachable;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Failed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Printed;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult.Refused;
import fr.roubaix.cln.testkit.line.PseudoTerminal;

/**
 * The serial driver and the device file on ports that the kernel makes (pseudo-terminals), joined to the virtual printer. Neither
 * speed nor the wires of flow control exist there: those were tried on no wire.
 */
@EnabledOnOs(OS.LINUX)
class SerialPrinterTest {

    private static final byte[] JOB = ReceiptPrinterContract.JOB;

    /** The library of serial ports is unpacked the first time. */
    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofSeconds(2));

    private ListeningPrinter far;
    private PseudoTerminal line;

    @BeforeEach
    void join() throws IOException {
        far = new ListeningPrinter(576);
        line = new PseudoTerminal();
        var socket = new Socket(InetAddress.getLoopbackAddress(), far.port());
        Thread.ofPlatform().daemon().start(() -> carry(socket));
        Thread.ofPlatform().daemon().start(() -> bringBack(socket));
    }

    @AfterEach
    void part() throws IOException {
        far.close();
        line.close();
    }

    private void carry(Socket socket) {
        byte[] piece = new byte[256];
        try {
            for (int n = line.read(piece); n > 0; n = line.read(piece)) {
                socket.getOutputStream().write(piece, 0, n);
            }
        } catch (IOException e) {
            // The printer is switched off.
        }
    }

    private void bringBack(Socket socket) {
        try {
            for (int octet = socket.getInputStream().read();
                    octet >= 0;
                    octet = socket.getInputStream().read()) {
                line.write((byte) octet);
            }
        } catch (IOException e) {
            // The printer is switched off.
        }
    }

    private EscPosPrinter driver(boolean serial) {
        return serial
                ? EscPosPrinter.overSerial(
                        new SerialSettings(
                                line.path().toString(), 9600, SerialSettings.Parity.NONE, SerialSettings.Flow.NONE),
                        Questions.ASKED,
                        PATIENCE)
                : EscPosPrinter.overFile(line.path(), Questions.ASKED, PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_printed_arrives_and_the_state_comes_back(boolean serial) {
        var printer = driver(serial);

        assertThat(printer.status()).isEqualTo(new Ready());
        assertThat(printer.print(JOB)).isEqualTo(new Printed());
        assertThat(far.taken()).isEqualTo(JOB);
        far.become(new NoPaper());
        assertThat(printer.print(JOB)).isEqualTo(new Refused(new NoPaper()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void paper_that_ends_on_the_way_is_told(boolean serial) {
        var printer = driver(serial);
        far.failAt(JOB.length / 2, new NoPaper());

        assertThat(printer.print(JOB)).isEqualTo(new Failed(new NoPaper()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_printer_that_says_nothing_prints(boolean serial) {
        far.behave(Manner.SILENT);
        var printer = driver(serial);

        assertThat(printer.status()).isEqualTo(new Unknown());
        assertThat(printer.print(JOB)).isEqualTo(new Printed());
    }

    @Test
    void a_port_or_a_file_that_is_not_there_is_a_printer_out_of_reach() {
        var gone = new SerialSettings("/dev/ttyCLN9", 9600, SerialSettings.Parity.NONE, SerialSettings.Flow.RTS_CTS);
        var printer = EscPosPrinter.overSerial(gone, Questions.ASKED, PATIENCE);

        assertThat(printer.status()).isEqualTo(new Unreachable());
        assertThat(printer.print(JOB)).isEqualTo(new Refused(new Unreachable()));
        assertThat(EscPosPrinter.overFile(Path.of("/dev/usb/lp-cln"), Questions.ASKED, PATIENCE)
                        .status())
                .isEqualTo(new Unreachable());
    }
}
