package fr.roubaix.cln.kiosk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.kiosk.StartedKiosk;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature;
import fr.roubaix.cln.kiosk.candidature.DepotDeCandidature.Issue;
import fr.roubaix.cln.kiosk.fautes.StandInHub;
import fr.roubaix.cln.kiosk.receipt.Receipts;
import fr.roubaix.cln.kiosk.sync.Enrolment;
import fr.roubaix.cln.kiosk.sync.FakeHub;
import fr.roubaix.cln.kiosk.sync.Hub;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * From "Envoyer" to an application that is durable and a receipt whose bytes are ready, in the real application, beside
 * a bare insert of as many bytes into a SQLite file with the same settings on the same disk, turn by turn. Then receipts held
 * out, to what is told of them (goal: 300 ms at p95). Then twenty
 * tablets at once: how long each step takes them (goal: 50 ms at p95), and what the kiosk holds (goal: 350 MiB).
 */
public final class BenchKiosk {

    private static final int WARM_UP = 100;
    private static final int SUBMISSIONS = 500;
    private static final int TABLETS = 20;
    private static final int THINKING_MS = 1_000;
    private static final BenchReport REPORT = new BenchReport("kiosk", Clock.systemUTC());

    private final DepotDeCandidature depot;
    private final Receipts receipts;
    private final JdbcClient jdbc;
    private final Random random = new Random(2025);

    private BenchKiosk(ConfigurableApplicationContext context) {
        depot = context.getBean(DepotDeCandidature.class);
        receipts = context.getBean(Receipts.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("cln-bench-kiosk");
        try (var hub = new FakeHub().start();
                var context = StartedKiosk.withScreens(
                        Clock.system(Appel.ROUBAIX),
                        "--cln.kiosk.dossier=" + folder,
                        "--cln.kiosk.mairie=nord",
                        "--server.port=0")) {
            StandInHub.publishToday(hub);
            var enrolled = context.getBean(Enrolment.class).enroler(hub.address(), FakeHub.CODE);
            System.out.println(enrolled.phrase());
            await(() -> context.getBean(Hub.class).bulletin().isPresent());
            new BenchKiosk(context).measure(folder);
            figures(REPORT, "suivi", SuiviDeRecus.mesurer(context));
        }
        twentyTablets();
        System.out.print(REPORT.table());
        System.out.println(REPORT.write());
    }

    /** All at once on a kiosk that runs apart, in the memory that a terminal gives it. */
    private static void twentyTablets() throws Exception {
        Path folder = Files.createTempDirectory("cln-bench-tablettes");
        try (var hub = new FakeHub().start()) {
            StandInHub.publishToday(hub);
            try (var kiosk = KioskApart.start(folder, hub.address(), FakeHub.CODE)) {
                new VingtTablettes(kiosk.address(), 7).marcher(TABLETS, 2, 150);
                var steps = new VingtTablettes(kiosk.address(), 2025).marcher(TABLETS, 3, THINKING_MS);
                REPORT.figure("tablettes", TABLETS, "tablettes");
                figures(
                        REPORT,
                        "pas",
                        steps.values().stream()
                                .flatMap(List::stream)
                                .mapToDouble(Double::doubleValue)
                                .toArray());
                steps.forEach((step, times) -> REPORT.figure(
                        "pas_" + step.name().toLowerCase(Locale.ROOT) + "_p95",
                        percentile(
                                times.stream().mapToDouble(Double::doubleValue).toArray(), 95),
                        "ms"));
                REPORT.figure("memoire_residente", kiosk.resident(), "MiB");
            }
        }
    }

    private void measure(Path folder) throws IOException, SQLException {
        double[] submit = new double[SUBMISSIONS];
        double[] durable = new double[SUBMISSIONS];
        double[] bare = new double[SUBMISSIONS];
        try (var connection = bareDatabase(folder.resolve("nu.db"))) {
            for (int i = -WARM_UP; i < SUBMISSIONS; i++) {
                var fiche = StartedKiosk.form(random);
                var id = EnvelopeId.mint(Clock.systemUTC(), random);
                long start = System.nanoTime();
                var issue = (Issue.Enregistree) depot.deposer(id, fiche);
                long stored = System.nanoTime();
                receipts.print(issue.code(), issue.le());
                long end = System.nanoTime();
                double insert = bareInsert(connection, id, size(id));
                if (i >= 0) {
                    submit[i] = (end - start) / 1e6;
                    durable[i] = (stored - start) / 1e6;
                    bare[i] = insert;
                }
            }
        }
        report(submit, durable, bare);
    }

    private static void report(double[] submit, double[] durable, double[] bare) {
        figures(REPORT, "envoi", submit);
        figures(REPORT, "durable", durable);
        figures(REPORT, "insertion_nue", bare);
        REPORT.figure("durable_sur_insertion_nue_p50", percentile(durable, 50) / percentile(bare, 50), "x");
        REPORT.figure("envoi_sur_insertion_nue_p50", percentile(submit, 50) / percentile(bare, 50), "x");
    }

    private static void figures(BenchReport report, String name, double[] values) {
        for (int p : new int[] {50, 95, 99}) {
            report.figure(name + "_p" + p, percentile(values, p), "ms");
        }
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static Connection bareDatabase(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE nu (id TEXT PRIMARY KEY, octets BLOB NOT NULL) STRICT");
        }
        return connection;
    }

    private double bareInsert(Connection connection, EnvelopeId id, int size) throws SQLException {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        long start = System.nanoTime();
        try (var insert = connection.prepareStatement("INSERT INTO nu VALUES (?, ?)")) {
            insert.setString(1, id.toString());
            insert.setBytes(2, bytes);
            insert.executeUpdate();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private int size(EnvelopeId id) {
        return jdbc.sql("SELECT length(content) + length(signature) FROM envelope WHERE id = ?")
                .param(id.toString())
                .query(Integer.class)
                .single();
    }

    private static void await(Supplier<Boolean> condition) {
        while (!condition.get()) {
            Thread.onSpinWait();
        }
    }
}
