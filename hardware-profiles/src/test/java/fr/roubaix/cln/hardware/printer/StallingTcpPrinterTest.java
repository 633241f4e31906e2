package fr.roubaix.cln.hardware.printer;

import fr.roubaix.cln.hardware.printer.ListeningPrinter.Pause;

/** The same promises from a printer that takes nothing more while it is in trouble. */
class StallingTcpPrinterTest extends TcpPrinterTest {

    @Override
    ListeningPrinter listening() {
        var far = super.listening();
        far.behave(Pause.STALLS);
        return far;
    }

    /** A silence must be waited for. */
    @Override
    int stride() {
        return 13;
    }
}
