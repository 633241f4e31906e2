package fr.roubaix.cln.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** What one hub can take from its kiosks. {@code ./cln bench sync [--petit] [--partie PARTIE]…} */
public final class BenchSync {

    /** What can be measured alone. */
    private enum Partie {
        INGESTION,
        VIDAGE,
        BULLETIN,
        CROISSANCE
    }

    private final boolean petit;
    private final BenchReport report = new BenchReport("sync", Clock.systemUTC());
    private final Path folder;

    private BenchSync(boolean petit, Path folder) {
        this.petit = petit;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        boolean petit = false;
        Set<Partie> parties = EnumSet.noneOf(Partie.class);
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--petit" -> petit = true;
                case "--partie" -> parties.add(partie(++i < arguments.length ? arguments[i] : ""));
                default -> refuse("Option inconnue : " + arguments[i] + ".");
            }
        }
        Path folder = Files.createTempDirectory("cln-bench-sync");
        try {
            new BenchSync(petit, folder).run(parties.isEmpty() ? EnumSet.allOf(Partie.class) : parties);
        } finally {
            delete(folder);
        }
    }

    private void run(Set<Partie> parties) throws Exception {
        for (Partie partie : parties) {
            long start = System.nanoTime();
            System.out.println("Mesure : " + name(partie) + "…");
            switch (partie) {
                case INGESTION -> ingestion();
                case VIDAGE -> onSqlite("vidage", new BenchVidage(petit ? 5 : 100)::measure);
                case BULLETIN -> onSqlite("bulletin", new BenchBulletin(500, petit ? 1 : 2)::measure);
                case CROISSANCE ->
                    onSqlite("croissance", new BenchCroissance(petit ? 100_000 : 1_000_000, petit ? 5 : 15)::measure);
            }
            System.out.printf(Locale.ROOT, "  %.0f s%n", (System.nanoTime() - start) / 1e9);
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private void ingestion() throws Exception {
        var bench = petit ? new BenchIngestion(3, 3) : new BenchIngestion(9, 6);
        Path keys = Files.createDirectories(folder.resolve("ingestion"));
        try (var hub = HubUnderLoad.onSqlite(keys);
                var other = Database.sqlite(folder.resolve("brut").resolve("brut.db"))) {
            bench.measure(hub, other, "sqlite", report);
        }
        try (var server = durable();
                var hub = HubUnderLoad.onPostgresql(keys, address(server, "postgres"));
                var other = Database.postgres(address(server, created(server, "brut")))) {
            bench.measure(hub, other, "postgresql", report);
        }
    }

    private void onSqlite(String name, Measure measure) throws Exception {
        try (var hub = HubUnderLoad.onSqlite(folder.resolve(name))) {
            measure.on(hub, report);
        }
    }

    /** A server that loses nothing in a power cut, as a city's must not: out of the box this one does not care. */
    static EmbeddedPostgres durable() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static String created(EmbeddedPostgres server, String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return name;
    }

    static PostgresAddress address(EmbeddedPostgres server, String database) {
        return PostgresAddress.parse("postgresql://postgres:postgres@localhost:" + server.getPort() + "/" + database);
    }

    /** One part of the bench, on a hub of its own. */
    private interface Measure {
        void on(HubUnderLoad hub, BenchReport report) throws Exception;
    }

    private static Partie partie(String name) {
        for (Partie partie : Partie.values()) {
            if (name(partie).equals(name)) {
                return partie;
            }
        }
        refuse("« " + name + " » n’est pas une partie de cette mesure.");
        throw new AssertionError();
    }

    private static String name(Partie partie) {
        return partie.name().toLowerCase(Locale.ROOT);
    }

    private static void refuse(String why) {
        System.err.println(why + " Options : --petit, --partie "
                + EnumSet.allOf(Partie.class).stream().map(BenchSync::name).collect(Collectors.joining("|")) + ".");
        System.exit(2);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
