package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.e2e.fautes.Finding.Tally;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** {@code ./cln bench fautes}: every row of the table of faults, and the page that says what came out of it. */
public final class Campaign {

    private static final long USUAL_SEED = 2025;

    private Campaign() {}

    /** Every fault, in the order of the table. */
    static List<Fault> faults() {
        return List.of(
                new KilledKiosk(),
                new TornWal(),
                new ManyDeliveries(),
                new ParallelPosts(),
                new BadNetwork(),
                new LongOffline(),
                new FullDisk(),
                new ReadOnlyDisk(),
                new CorruptFile(),
                new LyingAnswers(),
                new ForgedEnvelopes(),
                new BadInputs(),
                new Canaries(),
                new RestoredHub(),
                new RestoredKiosk(),
                new ClonedKiosk(),
                new RotatedKeys(),
                new UsbBundles(),
                new KilledCeremony());
    }

    /**
     * What came out of one row.
     *
     * @param failure in French or as the assertion said it; empty when everything held
     */
    record Result(Fault fault, Finding finding, String failure, Duration took) {
        boolean failed() {
            return !failure.isEmpty() || !finding.tally().equals(Tally.ZERO);
        }
    }

    /**
     * Options: {@code --graine N}, {@code --reduit} (little of everything, and the page is left as it is), and
     * {@code --seulement NOM} for one row by the name of its class: the others keep their line on the page.
     */
    public static void main(String[] arguments) throws IOException {
        var options = Arrays.asList(arguments);
        long seed = options.contains("--graine") ? Long.parseLong(after(options, "--graine")) : USUAL_SEED;
        boolean reduced = options.contains("--reduit");
        String only = options.contains("--seulement") ? after(options, "--seulement") : "";
        var chosen = faults().stream()
                .filter(fault ->
                        only.isEmpty() || fault.getClass().getSimpleName().equals(only))
                .toList();
        if (chosen.isEmpty()) {
            System.err.println("Aucune ligne ne s’appelle « " + only + " ».");
            System.exit(1);
        }
        Path folder = Files.createTempDirectory("cln-fautes");
        System.out.println("Campagne de fautes, graine " + seed + ", dossier " + folder);
        var results = new ArrayList<Result>();
        for (Fault fault : chosen) {
            results.add(play(fault, folder, seed, reduced));
            if (!reduced) {
                publish(seed, results.getLast());
            }
        }
        var report = report(results);
        System.out.print(report.table());
        if (only.isEmpty()) {
            System.out.println(report.write());
        }
        if (results.stream().anyMatch(Result::failed)) {
            System.exit(1);
        }
    }

    /** After each row, so that a campaign that is interrupted has not been for nothing. */
    private static void publish(long seed, Result result) throws IOException {
        Path page = Path.of(System.getProperty("cln.racine", "."), "src/docs/fautes.md");
        String before = Files.exists(page) ? Files.readString(page) : "";
        Files.writeString(
                page, new ResultsPage(seed, Clock.system(Appel.ROUBAIX)).write(before, faults(), List.of(result)));
    }

    private static Result play(Fault fault, Path folder, long seed, boolean reduced) {
        long start = System.nanoTime();
        Result result;
        try (var ground = new Ground(folder, seed, reduced)) {
            result = new Result(fault, fault.run(ground), "", took(start));
        } catch (Exception | AssertionError e) {
            tell(e);
            result = new Result(fault, new Finding.NotRun(""), firstLine(e), took(start));
        }
        System.out.println(
                (result.failed() ? "ÉCHEC  " : "tenu   ") + fault.getClass().getSimpleName() + " ("
                        + result.took().toSeconds() + " s) " + result.finding() + " " + result.failure());
        return result;
    }

    private static void tell(Throwable failure) {
        failure.printStackTrace(System.err);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("") + " ("
                + failure.getClass().getSimpleName() + ")";
    }

    private static Duration took(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static BenchReport report(List<Result> results) {
        var total = results.stream().map(result -> result.finding().tally()).reduce(Tally.ZERO, Tally::plus);
        var report = new BenchReport("fautes", Clock.systemUTC())
                .figure("perdus", (double) total.lost(), "")
                .figure("doublons", (double) total.twice(), "")
                .figure("forges_acceptes", (double) total.forged(), "")
                .figure("canaris_lisibles", (double) total.readable(), "")
                .figure(
                        "lignes_en_echec",
                        (double) results.stream().filter(Result::failed).count(),
                        "");
        results.forEach(result -> result.fault().figures().forEach((name, value) -> report.figure(name, value, "")));
        return report;
    }

    private static String after(List<String> options, String name) {
        int place = options.indexOf(name) + 1;
        if (place >= options.size()) {
            throw new IllegalArgumentException("Il manque une valeur après " + name + ".");
        }
        return options.get(place);
    }
}
