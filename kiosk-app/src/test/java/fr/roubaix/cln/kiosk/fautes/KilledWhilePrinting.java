package fr.roubaix.cln.kiosk.fautes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hardware.printer.ListeningPrinter;
import fr.roubaix.cln.hardware.printer.VirtualPrinter;

/**
 * A kiosk in a process of its own, killed (SIGKILL) while its printer slowly takes a receipt; started again on the same disk, it is
 * asked for that receipt once more. Where a byte of the first paper went out, the second bears its mark.
 */
public final class KilledWhilePrinting {

    private static final int WIDTH = 384;
    private static final int SLOW = 40_000;

    private KilledWhilePrinting() {}

    /**
     * Kills a kiosk so many times, each at another moment.
     *
     * @return how many times, once every promise was kept
     */
    public static int times(int kills) throws IOException, InterruptedException {
        var random = new Random(kills);
        for (int i = 0; i < kills; i++) {
            var folder = Files.createTempDirectory("cln-tue");
            try (var printer = new ListeningPrinter(WIDTH)) {
                printer.pace(SLOW);
                var first = start(folder, printer.port(), 1);
                await(first, printer);
                LockSupport.parkNanos(random.nextLong(400_000_000L));
                boolean begun = printer.taken().length > 0;
                first.destroyForcibly().waitFor();
                // What was in the wires arrives; a job has begun if any of its bytes did.
                LockSupport.parkNanos(300_000_000L);
                begun |= printer.forget().length > 0;
                printer.pace(0);
                int once = papers(folder, printer, 2);
                int again = papers(folder, printer, 3);
                if (begun && once < again - 20) {
                    throw new IllegalStateException("a second paper without its mark, kill " + i);
                }
            }
        }
        return kills;
    }

    /** The height of the paper that a new process prints; where a mark is sure, for comparison with one where it is not. */
    private static int papers(Path folder, ListeningPrinter printer, int run) throws IOException, InterruptedException {
        printer.forget();
        var process = start(folder, printer.port(), run);
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("the kiosk did not print again");
        }
        var paper = new VirtualPrinter(WIDTH);
        byte[] bytes = printer.forget();
        // What an interrupted picture still waited for goes before the job.
        int begin = 0;
        while (bytes[begin] == 0) {
            begin++;
        }
        paper.print(java.util.Arrays.copyOfRange(bytes, begin, bytes.length));
        return paper.printouts().getFirst().picture().height();
    }

    private static void await(Process kiosk, ListeningPrinter printer) {
        long until = System.nanoTime() + 90_000_000_000L;
        while (kiosk.isAlive() && printer.taken().length == 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000L);
        }
    }

    private static Process start(Path folder, int port, int run) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                One.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(run)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sortie-" + run + ".log").toFile())
                .start();
    }

    /** A kiosk that files one application on its first run, and prints its receipt on each. */
    public static final class One {

        private One() {}

        public static void main(String[] arguments) throws IOException {
            var folder = Path.of(arguments[0]);
            int run = Integer.parseInt(arguments[2]);
            var note = folder.resolve("numero");
            var way = new PrinterUnderFire.Way.Tcp(Integer.parseInt(arguments[1]));
            try (var kiosk = new PrintingKiosk(folder, way, WIDTH, new Random(run), run == 1)) {
                if (run == 1) {
                    var filed = kiosk.deposit();
                    Files.writeString(
                            note, filed.code().bits() + " " + filed.le().toEpochMilli(), StandardCharsets.UTF_8);
                }
                String[] filed = Files.readString(note, StandardCharsets.UTF_8).split(" ", 2);
                kiosk.receipts()
                        .print(
                                new ReceiptCode(Long.parseLong(filed[0])),
                                Instant.ofEpochMilli(Long.parseLong(filed[1])));
            }
            System.exit(0);
        }
    }
}
