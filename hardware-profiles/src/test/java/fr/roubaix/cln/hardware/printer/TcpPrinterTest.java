package fr.roubaix.cln.hardware.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;

import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;

/** The driver over TCP against a printer on a real socket, which stalls, cuts, lies or says nothing. */
class TcpPrinterTest extends ReceiptPrinterContract {

    private final List<ListeningPrinter> opened = new ArrayList<>();

    @AfterEach
    void switch_off() {
        opened.forEach(ListeningPrinter::close);
    }

    @Override
    SimulatedPrinter printer() {
        return new WiredPrinter(listening(), Questions.ASKED);
    }

    @Override
    byte[] taken(SimulatedPrinter printer) {
        return ((WiredPrinter) printer).far().taken();
    }

    ListeningPrinter listening() {
        try {
            var far = new ListeningPrinter(576);
            opened.add(far);
            return far;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
