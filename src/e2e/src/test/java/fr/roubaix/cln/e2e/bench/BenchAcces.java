package fr.roubaix.cln.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.bench.AccessJobs.Found;
import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * Every screen of residents in every language, every screen of agents, the pairing of tablets and every building block, in
 * every theme and text size, on every terminal: {@code ./cln bench acces [--terminal NOM] [--langue fr] [--partie
 * habitants|galerie|agent|tablettes] [--sans-galerie] [--entier]
 * [--ouvriers N]}. What axe or the ruler finds is printed, and counted.
 * One hub serves all; on each terminal several browsers walk side by side.
 */
public final class BenchAcces {

    private static final String DEMO = "--spring.profiles.active=demo";
    private static final double NANOS = 1e9;

    private BenchAcces() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var wished = AccessOptions.of(List.of(arguments));
        var report = new BenchReport("acces", Clock.systemUTC());
        var folder = Files.createTempDirectory("cln-bench-acces");
        var all = new ArrayList<Found>();
        long begun = System.nanoTime();
        try (var hub = Application.hub(folder.resolve("hub"), Application.freePort(), DEMO);
                var workers = Executors.newFixedThreadPool(wished.workers())) {
            hub.awaitInLog("(Démonstration prête)");
            String code = Files.readString(folder.resolve("hub/code-nord.txt"));
            for (TerminalProfile terminal : wished.terminals()) {
                int tablets = Application.freePort();
                try (var kiosk = kiosk(folder, hub, terminal, code, tablets)) {
                    var jobs = new AccessJobs(terminal, kiosk.url("/borne/"), "https://localhost:" + tablets + "/");
                    var asked = new ArrayList<Future<Found>>();
                    jobs.of(wished).forEach(job -> asked.add(workers.submit(job)));
                    for (var done : asked) {
                        all.add(told(done));
                    }
                }
            }
        }
        report.figure("combinaisons", all.stream().mapToInt(Found::combinations).sum(), "");
        report.figure(
                "violations",
                all.stream().mapToInt(found -> found.violations().size()).sum(),
                "");
        report.figure("parcours", all.size(), "");
        report.figure("duree", (System.nanoTime() - begun) / NANOS / 60, "min");
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static Found told(Future<Found> done) throws InterruptedException {
        try {
            var found = done.get();
            System.out.printf(
                    "%s : %d combinaisons, %d violations, %d s%n",
                    found.name(),
                    found.combinations(),
                    found.violations().size(),
                    found.took().toSeconds());
            found.violations().forEach(System.out::println);
            return found;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a walk ended without its findings", e);
        }
    }

    /** On one folder for all terminals, started anew on each: the call that it knows stays. */
    private static Application kiosk(Path folder, Application hub, TerminalProfile terminal, String code, int tablets) {
        return Application.kiosk(
                        folder.resolve("borne"),
                        Application.freePort(),
                        DEMO,
                        "--cln.kiosk.mairie=nord",
                        "--cln.kiosk.imprimante=virtuelle",
                        "--cln.kiosk.galerie=true",
                        "--cln.kiosk.inactivite-secondes=300",
                        "--cln.kiosk.inactivite-agent-secondes=300",
                        "--cln.kiosk.port-tablettes=" + tablets,
                        "--cln.kiosk.terminal=" + terminal.id(),
                        "--cln.kiosk.hub=" + hub.url(""),
                        "--cln.kiosk.code=" + code)
                .awaitReady("/borne/");
    }
}
