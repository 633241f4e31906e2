package fr.roubaix.cln.hardware.printer;

/** The printer of a terminal that has none: nobody ever answers, and the person is asked to note the code. */
public final class AbsentPrinter implements ReceiptPrinter {

    @Override
    public PrintResult print(byte[] job) {
        return new PrintResult.Refused(new PrinterStatus.Unreachable());
    }

    @Override
    public PrinterStatus status() {
        return new PrinterStatus.Unreachable();
    }
}
