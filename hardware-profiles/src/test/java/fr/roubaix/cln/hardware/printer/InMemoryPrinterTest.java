package fr.roubaix.cln.hardware.printer;

import java.io.ByteArrayOutputStream;

class InMemoryPrinterTest extends ReceiptPrinterContract {

    @Override
    SimulatedPrinter printer() {
        return new InMemoryPrinter();
    }

    @Override
    byte[] taken(SimulatedPrinter printer) {
        var all = new ByteArrayOutputStream();
        ((InMemoryPrinter) printer).jobs().forEach(all::writeBytes);
        return all.toByteArray();
    }
}
