package fr.roubaix.cln.hardware.printer;

/** A printer without hardware, whose troubles are chosen. */
public interface SimulatedPrinter extends ReceiptPrinter {

    /** From now on the printer is in this state. */
    void become(PrinterStatus status);

    /**
     * During the next job, once, the fault arises as this byte arrives: the bytes before it are taken, this one and the
     * rest are not. Afterwards the printer stays in that fault. A job that ends earlier prints and leaves the fault armed.
     */
    void failAt(int offset, PrinterStatus.Fault fault);
}
