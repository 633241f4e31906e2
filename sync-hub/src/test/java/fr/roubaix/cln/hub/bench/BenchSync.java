package fr.roubaix.cln.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import fr.roubaix.cln.storage.Database;
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
                case VIDAGE -> {}
                case BULLETIN -> {}
                case CROISSANCE -> {}
            }
            System.out.printf(Locale.ROOT, "  %.0f s%n", (System.nanoTime() - start) / 1e9);
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private void ingestion() throws Exception {
        var bench = petit ? new BenchIngestion(3, 3) : new BenchIngestion(11, 8);
        Path keys = Files.createDirectories(folder.resolve("ingestion"));
        try (var hub = HubUnderLoad.onSqlite(keys);
                var other = Database.sqlite(folder.resolve("brut").resolve("brut.db"))) {
            bench.measure(hub, other, "sqlite", report);
        }
        try (var server = EmbeddedPostgres.start()) {
            try (var hub = HubUnderLoad.onPostgresql(keys, server.getJdbcUrl("postgres", "postgres"));
                    var other = Database.postgres(emptyDatabase(server), "postgres", "postgres")) {
                bench.measure(hub, other, "postgresql", report);
            }
        }
    }

    private static String emptyDatabase(EmbeddedPostgres server) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE brut");
        }
        return server.getJdbcUrl("postgres", "brut");
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

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
