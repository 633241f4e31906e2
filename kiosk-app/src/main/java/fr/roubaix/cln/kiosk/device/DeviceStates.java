package fr.roubaix.cln.kiosk.device;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.hardware.printer.PrinterStatus;
import fr.roubaix.cln.hardware.printer.WatchedPrinter;
import fr.roubaix.cln.hardware.scanner.Scanner;
import fr.roubaix.cln.hardware.scanner.ScannerStatus;
import fr.roubaix.cln.kiosk.sync.Appareils;
import fr.roubaix.cln.sync.Etat.Device;

/**
 * The devices of this terminal: looked at regularly, so that one that goes away or comes back is known before anybody needs it.
 * Whoever asks gets what was last seen, and waits for no device.
 */
@Component
class DeviceStates implements Appareils, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceStates.class);

    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final WatchedPrinter printer;
    private final Scanner scanner;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("devices").unstarted(task));

    DeviceStates(WatchedPrinter printer, Scanner scanner) {
        this.printer = printer;
        this.scanner = scanner;
    }

    /** Looks at every device now, and then every ten seconds. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = rounds.scheduleWithFixedDelay(this::round, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            printer.look();
        } catch (RuntimeException e) {
            // A round that throws would be the last one.
            LOG.error("the devices could not be looked at", e);
        }
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

    @Override
    public void destroy() {
        rounds.shutdownNow();
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
