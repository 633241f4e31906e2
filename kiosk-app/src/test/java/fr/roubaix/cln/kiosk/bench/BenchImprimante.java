package fr.roubaix.cln.kiosk.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.hardware.printer.ListeningPrinter;
import fr.roubaix.cln.kiosk.fautes.KilledWhilePrinting;
import fr.roubaix.cln.kiosk.fautes.PrinterUnderFire;
import fr.roubaix.cln.kiosk.fautes.PrinterUnderFire.Way;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.testkit.line.PseudoTerminal;

/**
 * From "Envoyer" to the last byte of the receipt in the printer, in the whole application: on a printer on the network, and on a
 * serial port of the kernel behind which bytes go no faster than at 9600 bauds. Then the printer stops at every byte of a receipt,
 * and the process is killed while it prints. {@code --petit}: a sample of the bytes; {@code --sans-fautes}: the times alone.
 */
public final class BenchImprimante {

    private static final long SEED = 2025;
    private static final int NINE_THOUSAND_SIX_HUNDRED_BAUDS = 960;
    private static final int OVER_TCP = 200;
    private static final int OVER_SERIAL = 12;
    private static final int SAMPLE = 300;

    private static final BenchReport REPORT = new BenchReport("imprimante", Clock.systemUTC());

    private BenchImprimante() {}

    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments);
        overTcp();
        overSerial();
        if (!options.contains("--sans-fautes")) {
            everyByte(options.contains("--petit"));
            REPORT.figure("arrets_brutaux", KilledWhilePrinting.times(options.contains("--petit") ? 3 : 12), "");
        }
        System.out.print(REPORT.table());
        System.out.println(REPORT.write());
        // The kernel keeps the last reader of a port.
        System.exit(0);
    }

    private static void overTcp() throws Exception {
        try (var fire = PrinterUnderFire.overTcp(Files.createTempDirectory("cln-bench-tcp"), 576, SEED)) {
            REPORT.figure("recu_octets", fire.length(), "octets");
            for (int i = 0; i < OVER_TCP / 4; i++) {
                fire.time();
            }
            times("recu_tcp", fire, OVER_TCP);
        }
    }

    private static void overSerial() throws Exception {
        try (var printer = new ListeningPrinter(576);
                var line = new PseudoTerminal();
                var socket = new Socket(InetAddress.getLoopbackAddress(), printer.port())) {
            join(line, socket);
            try (var fire = new PrinterUnderFire(
                    Files.createTempDirectory("cln-bench-serie"), printer, new Way.Serial(line.path()), 576, SEED)) {
                printer.pace(NINE_THOUSAND_SIX_HUNDRED_BAUDS);
                REPORT.figure("recu_serie_octets", fire.length(), "octets");
                times("recu_serie", fire, OVER_SERIAL);
            }
        }
    }

    private static void times(String name, PrinterUnderFire fire, int receipts) {
        double[] times = new double[receipts];
        for (int i = 0; i < receipts; i++) {
            times[i] = fire.time();
        }
        Arrays.sort(times);
        REPORT.figure(name + "_p50_ms", times[receipts / 2], "ms");
        REPORT.figure(name + "_p95_ms", times[Math.min(receipts - 1, receipts * 95 / 100)], "ms");
    }

    private static void everyByte(boolean sample) throws Exception {
        var random = new Random(SEED);
        var troubles = PrinterUnderFire.Trouble.values();
        int tried = 0;
        try (var fire = PrinterUnderFire.overTcp(Files.createTempDirectory("cln-bench-fautes"), 384, SEED)) {
            for (var trouble : troubles) {
                fire.before(trouble);
            }
            int step = sample ? Math.max(1, fire.length() / SAMPLE) : 1;
            for (int offset = 0; offset < fire.length(); offset += step) {
                fire.at(offset, troubles[random.nextInt(troubles.length)]);
                tried++;
                if (tried % 1_000 == 0) {
                    System.out.println(tried + " octets sur " + fire.length() / step);
                }
            }
            fire.goesAndComesBack();
        }
        REPORT.figure("pannes", tried, "octets");
        // A broken promise stops the bench by an exception.
        REPORT.figure("promesses_rompues", 0, "");
    }

    private static void join(PseudoTerminal line, Socket socket) {
        Thread.ofPlatform().daemon().start(() -> {
            byte[] piece = new byte[64];
            try {
                for (int n = line.read(piece); n > 0; n = line.read(piece)) {
                    socket.getOutputStream().write(piece, 0, n);
                }
            } catch (IOException e) {
                // The printer is switched off.
            }
        });
        Thread.ofPlatform().daemon().start(() -> {
            try {
                var answers = socket.getInputStream();
                for (int octet = answers.read(); octet >= 0; octet = answers.read()) {
                    line.write((byte) octet);
                }
            } catch (IOException e) {
                // The printer is switched off.
            }
        });
    }
}
