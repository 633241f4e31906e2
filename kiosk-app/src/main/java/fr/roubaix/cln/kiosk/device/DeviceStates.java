package fr.roubaix.cln.kiosk.device;

import java.util.List;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.ReceiptPrinter;
import fr.roubaix.cln.kiosk.sync.Appareils;
import fr.roubaix.cln.sync.Etat.Device;

/** What the hub is told of the devices of this terminal. */
@Component
class DeviceStates implements Appareils {

    private final ReceiptPrinter printer;

    DeviceStates(ReceiptPrinter printer) {
        this.printer = printer;
    }

    @Override
    public List<Device> etats() {
        return List.of(new Device("imprimante", word(printer.status())));
    }

    private static String word(PrinterStatus status) {
        return switch (status) {
            case PrinterStatus.Ready _ -> "prête";
            case PrinterStatus.PaperLow _ -> "bientôt plus de papier";
            case PrinterStatus.Unknown _ -> "état inconnu";
            case PrinterStatus.CoverOpen _ -> "capot ouvert";
            case PrinterStatus.NoPaper _ -> "plus de papier";
            case PrinterStatus.InError _ -> "en erreur";
            case PrinterStatus.Unreachable _ -> "injoignable";
        };
    }
}
