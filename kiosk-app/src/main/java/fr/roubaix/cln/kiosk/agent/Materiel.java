package fr.roubaix.cln.kiosk.agent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import fr.roubaix.cln.hardware.printer.ReceiptPrinter.PrintResult;
import fr.roubaix.cln.kiosk.device.DeviceWatch;
import fr.roubaix.cln.kiosk.device.MeasuredScreens;
import fr.roubaix.cln.kiosk.device.Scans;
import fr.roubaix.cln.kiosk.device.TestPage;

/** The devices as an agent tries them. What waits for a printer waits beside the screen. */
record Materiel(DeviceWatch appareils, MeasuredScreens ecrans, TestPage page, Scans scans, Executor executor) {

    CompletableFuture<PrintResult> imprimer(String mairie, String quand) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var fait = page.print(mairie, quand);
                    appareils.look();
                    return fait;
                },
                executor);
    }
}
