package fr.roubaix.cln.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.function.BiFunction;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** Seconds from the start of the process to the first page answered, and memory resident then, for both applications. */
public final class BenchDemarrage {

    private static final int RUNS = 3;

    private BenchDemarrage() {}

    public static void main(String[] arguments) throws IOException {
        var report = new BenchReport("demarrage", Clock.systemUTC());
        measure(
                report,
                "borne",
                "/borne/",
                (folder, port) -> Application.kiosk(folder, port, "--cln.kiosk.mairie=nord"));
        measure(report, "hub", "/app/", (folder, port) -> Application.hub(folder, port));
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void measure(
            BenchReport report, String name, String path, BiFunction<Path, Integer, Application> starter)
            throws IOException {
        double[] seconds = new double[RUNS];
        double[] mebibytes = new double[RUNS];
        Path folder = Files.createTempDirectory("cln-bench-" + name);
        // The first run creates the database; the figures are those of a terminal switched on in the morning.
        for (int run = -1; run < RUNS; run++) {
            long start = System.nanoTime();
            try (var application = starter.apply(folder, Application.freePort()).awaitReady(path)) {
                if (run >= 0) {
                    seconds[run] = (System.nanoTime() - start) / 1e9;
                    mebibytes[run] = application.residentBytes() / (1024.0 * 1024.0);
                }
            }
        }
        report.figure(name + "_simple_secondes", median(seconds), "s");
        report.figure(name + "_mio", median(mebibytes), "Mio");
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
