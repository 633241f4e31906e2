package fr.roubaix.cln.hardware.printer;

import java.time.Duration;

import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;
import fr.roubaix.cln.hardware.printer.ListeningPrinter.Manner;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Ready;
import fr.roubaix.cln.hardware.printer.PrinterStatus.Unknown;

/** The driver at one end of the wire, the virtual printer at the other. */
final class WiredPrinter implements SimulatedPrinter {

    /** As long as a loaded machine needs, and no longer than a test may wait many times. */
    static final Patience SHORT = new Patience(
            Duration.ofSeconds(2),
            Duration.ofMillis(400),
            Duration.ofMillis(700),
            Duration.ofSeconds(5),
            Duration.ofMillis(900));

    private final ListeningPrinter far;
    private final EscPosPrinter driver;

    WiredPrinter(ListeningPrinter far, Questions questions) {
        this.far = far;
        this.driver = EscPosPrinter.overTcp("127.0.0.1", far.port(), questions, SHORT);
    }

    ListeningPrinter far() {
        return far;
    }

    @Override
    public void become(PrinterStatus status) {
        // A printer that says nothing of its state is well, as far as the wire tells.
        far.behave(status instanceof Unknown ? Manner.SILENT : Manner.ANSWERS);
        far.become(status instanceof Unknown ? new Ready() : status);
    }

    @Override
    public void failAt(int offset, Fault fault) {
        far.failAt(offset, fault);
    }

    @Override
    public PrintResult print(byte[] job) {
        return driver.print(job);
    }

    @Override
    public PrinterStatus status() {
        return driver.status();
    }
}
