package fr.roubaix.cln.kiosk.device;

import fr.roubaix.cln.hardware.printer.EscPosPrinter;
import fr.roubaix.cln.hardware.printer.EscPosPrinter.Questions;
import fr.roubaix.cln.hardware.printer.Patience;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.hardware.printer.SerialSettings;
import fr.roubaix.cln.hardware.profile.Connection;
import fr.roubaix.cln.hardware.profile.PrinterProfile;
import fr.roubaix.cln.hardware.profile.SiteProfile;

/** The driver of the printer that a site file names. */
final class PrinterDrivers {

    private PrinterDrivers() {}

    static ReceiptPrinter driver(SiteProfile.Printer printer) {
        var questions = printer.profile().status() == PrinterProfile.Status.NONE ? Questions.NEVER : Questions.ASKED;
        return switch (printer.connection()) {
            case Connection.Tcp(var host, var port) -> EscPosPrinter.overTcp(host, port, questions, Patience.USUAL);
            case Connection.DeviceFile(var path) -> EscPosPrinter.overFile(path, questions, Patience.USUAL);
            case Connection.Serial line -> EscPosPrinter.overSerial(settings(line), questions, Patience.USUAL);
        };
    }

    static SerialSettings settings(Connection.Serial line) {
        var parity = switch (line.parity()) {
            case NONE -> SerialSettings.Parity.NONE;
            case ODD -> SerialSettings.Parity.ODD;
            case EVEN -> SerialSettings.Parity.EVEN;
        };
        var flow = switch (line.flow()) {
            case NONE -> SerialSettings.Flow.NONE;
            case RTS_CTS -> SerialSettings.Flow.RTS_CTS;
            case DTR_DSR -> SerialSettings.Flow.DTR_DSR;
            case XON_XOFF -> SerialSettings.Flow.XON_XOFF;
        };
        return new SerialSettings(line.port(), line.baud(), parity, flow);
    }
}
