package fr.roubaix.cln.hardware.printer;

import fr.roubaix.cln.hardware.printer.ListeningPrinter.Pause;

/** The same promises from a printer that breaks the line when it is in trouble. */
class CuttingTcpPrinterTest extends TcpPrinterTest {

    @Override
    ListeningPrinter listening() {
        var far = super.listening();
        far.behave(Pause.CUTS);
        return far;
    }
}
