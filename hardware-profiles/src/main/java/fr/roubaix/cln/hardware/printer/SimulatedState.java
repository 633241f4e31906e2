package fr.roubaix.cln.hardware.printer;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.hardware.printer.PrinterStatus.Fault;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;

/** The state of a simulated printer and the fault armed for its next job. Guarded by its owner. */
final class SimulatedState {

    private PrinterStatus status = new PrinterStatus.Ready();
    private int faultOffset;
    private @Nullable Fault armed;

    PrinterStatus status() {
        return status;
    }

    void become(PrinterStatus next) {
        status = next;
        armed = null;
    }

    void arm(int offset, Fault fault) {
        if (offset < 0) {
            throw new IllegalArgumentException("a byte offset is not negative");
        }
        faultOffset = offset;
        armed = fault;
    }

    /** What stops a job of this length: a fault already there takes nothing, an armed one takes what precedes it. */
    Optional<Stop> stop(int length) {
        if (status instanceof Fault fault) {
            return Optional.of(new Stop(0, new PrintResult.Refused(fault)));
        }
        if (armed == null || faultOffset >= length) {
            return Optional.empty();
        }
        var stop = new Stop(faultOffset, new PrintResult.Failed(armed));
        become(armed);
        return Optional.of(stop);
    }

    /** A job cut short. */
    record Stop(int bytesTaken, PrintResult outcome) {}
}
