package fr.roubaix.cln.hardware.printer;

import java.util.OptionalInt;

/**
 * A receipt printer. Both calls are synchronous, bounded in time, and never throw for what happens to a printer: a fault
 * is a value. One job at a time: calls from several threads wait for one another.
 */
public interface ReceiptPrinter {

    /**
     * Sends a whole job.
     *
     * @param job ESC/POS, from {@code ESC @} to the cut
     */
    PrintResult print(byte[] job);

    /** Asks the printer how it is. */
    PrinterStatus status();

    /** Bytes that its line carries in a second, where the line and not the printer takes the time: a serial one. */
    default OptionalInt bytesPerSecond() {
        return OptionalInt.empty();
    }

    /** What became of a job. */
    sealed interface PrintResult {
        /** Every byte was taken and no fault was reported since. */
        record Printed() implements PrintResult {}

        /** The printer was already out of order: not one byte of the job was sent, and nothing came out. */
        record Refused(PrinterStatus.Fault fault) implements PrintResult {}

        /** It stopped on the way: nothing came out, or a part, or even everything. Nobody can tell. */
        record Failed(PrinterStatus.Fault fault) implements PrintResult {}
    }
}
