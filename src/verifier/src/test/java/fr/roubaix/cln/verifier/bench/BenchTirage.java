package fr.roubaix.cln.verifier.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Plan;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.verifier.PvJson;

/**
 * {@code ./cln bench tirage}: how long a draw takes, from the bytes of the list to those of {@code pv.json}; warm in
 * this process, and as a whole process, start of the JVM included; and the plan alone, under both readings. System properties: {@code cln.verifier.jar} (path
 * of {@code verifier.jar}), {@code cln.java.options} (options of the whole process, separated by spaces).
 */
public final class BenchTirage {

    private static final int WARM_RUNS = 11;
    private static final int PROCESS_RUNS = 5;
    private static final String DES = "314159265358979323846264338327";
    private static final long SEED = 20_260_314L;

    private BenchTirage() {}

    public static void main(String... args) throws IOException, InterruptedException {
        var report = new BenchReport("tirage", Clock.systemUTC());
        Path folder = Files.createTempDirectory("cln-bench-tirage");
        try {
            for (int candidates : new int[] {1_000, 10_000, 100_000}) {
                byte[] list = list(candidates);
                report.figure("warm, " + candidates + " candidates, median", median(WARM_RUNS, () -> warm(list)), "ms");
                report.figure("plan alone, " + candidates + " candidates, median", median(WARM_RUNS, plan(list)), "ms");
                Path file = Files.write(folder.resolve("liste-" + candidates + ".csv"), list);
                report.figure(
                        "whole process, " + candidates + " candidates, median",
                        median(PROCESS_RUNS, () -> process(file)),
                        "ms");
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    /** A plausible list: uneven sectors, a quarter of priority classes, some renewed members. */
    static byte[] list(int candidates) {
        var random = new Random(SEED);
        String[] sectors = {"CENTRE", "EST", "EST", "NORD", "NORD", "NORD", "OUEST", "SUD", "SUD"};
        String[] classes = {"16-25", "26-64", "26-64", "26-64", "26-64", "26-64", "65+"};
        var text = new StringBuilder(ListeDuTirage.EN_TETE).append('\n');
        for (int i = 0; i < candidates; i++) {
            text.append(String.format(Locale.ROOT, "%010d", i))
                    .append(';')
                    .append(sectors[random.nextInt(sectors.length)])
                    .append(';')
                    .append(random.nextInt(5) < 2 ? 'F' : 'H')
                    .append(';')
                    .append(classes[random.nextInt(classes.length)])
                    .append(";CANDIDAT\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void warm(byte[] list) {
        if (!(ListeDuTirage.lire(list) instanceof Resultat.Accepte<ListeDuTirage>(var liste))) {
            throw new IllegalStateException("the list of the bench is canonical");
        }
        Graine graine = Graine.de(Lecture.PRIORITE_ABSOLUE, liste, new Des(DES));
        byte[] pv = PvJson.write(TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025));
        if (pv.length < list.length) {
            throw new IllegalStateException("a procès-verbal is longer than its list");
        }
    }

    /** What the officials look at before the dice: where everybody sits by sector and sex, and every chance. The list is read already. */
    private static Step plan(byte[] list) {
        if (!(ListeDuTirage.lire(list) instanceof Resultat.Accepte<ListeDuTirage>(var liste))) {
            throw new IllegalStateException("the list of the bench is canonical");
        }
        return () -> {
            for (Lecture lecture : Lecture.values()) {
                var plan = Plan.pour(liste, lecture);
                if (plan.siegesATirer() != 20 || plan.chances().isEmpty()) {
                    throw new IllegalStateException("a full list fills every seat");
                }
            }
        };
    }

    private static void process(Path list) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : System.getProperty("cln.java.options", "").split(" ", -1)) {
            if (!option.isEmpty()) {
                command.add(option);
            }
        }
        command.addAll(List.of(
                "-jar",
                System.getProperty("cln.verifier.jar", "src/verifier/target/verifier.jar"),
                "tirage",
                list.toString(),
                "--des",
                DES,
                "--sortie",
                list.resolveSibling("pv.json").toString()));
        int code = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the draw ended with exit code " + code);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    /** In milliseconds. The first run warms up and is not counted. */
    private static double median(int runs, Step step) throws IOException, InterruptedException {
        step.run();
        var times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            step.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[runs / 2];
    }
}
