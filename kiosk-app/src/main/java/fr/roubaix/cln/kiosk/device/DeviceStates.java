package fr.roubaix.cln.kiosk.device;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;
import fr.roubaix.cln.kiosk.sync.Appareils;
import fr.roubaix.cln.sync.Etat.Device;

/**
 * What the hub is told of the devices of this terminal, and the log of its printer. Whoever asks gets what was last seen (see
 * {@link DeviceRounds}), and waits for no device.
 */
@Component
class DeviceStates implements Appareils {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceStates.class);

    private final WatchedPrinter printer;
    private final Scanner scanner;

    DeviceStates(WatchedPrinter printer, Scanner scanner) {
        this.printer = printer;
        this.scanner = scanner;
    }

    /** Once for each change: a printer that stays out of paper all afternoon says it once. */
    @EventListener
    void changed(WatchedPrinter.Seen seen) {
        switch (seen.status()) {
            case PrinterStatus.Usable usable -> LOG.info("the receipt printer is now: {}", usable);
            case PrinterStatus.Fault fault -> LOG.warn("the receipt printer is now: {}", fault);
        }
    }

    @Override
    public List<Device> etats() {
        return List.of(
                new Device("imprimante", word(printer.seen().status())), new Device("lecteur", word(scanner.status())));
    }

    private static String word(ScannerStatus status) {
        return switch (status) {
            case READY -> "branché";
            case UNREACHABLE -> "débranché";
            case UNKNOWN -> "clavier";
            case ABSENT -> "aucun";
        };
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
