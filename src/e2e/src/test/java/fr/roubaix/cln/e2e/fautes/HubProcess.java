package fr.roubaix.cln.e2e.fautes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.sync.Hash;

/** The hub in a process of its own, with an open call; and its database as a stranger to its code reads it. */
final class HubProcess implements AutoCloseable {

    private static final AtomicInteger CODES = new AtomicInteger();

    private final Path folder;
    private final int port;
    private Application application;

    private HubProcess(Path folder, int port, Application application) {
        this.folder = folder;
        this.port = port;
        this.application = application;
    }

    /** Starts a hub on a folder of its own, with the call of the demonstration. */
    static HubProcess start(Path folder) {
        return start(folder, Application.freePort());
    }

    static HubProcess start(Path folder, int port) {
        return new HubProcess(folder, port, launch(folder, port));
    }

    private static Application launch(Path folder, int port) {
        var application = Application.hub(folder, port, "--spring.profiles.active=demo");
        application.awaitReady("/connexion");
        application.awaitInLog("(Démonstration prête)");
        return application;
    }

    Path folder() {
        return folder;
    }

    int port() {
        return port;
    }

    String log() {
        return application.log();
    }

    /** Stops as an administrator stops it. */
    void stop() {
        application.close();
    }

    /** SIGKILL. */
    void kill() {
        application.kill();
    }

    String url(String path) {
        return application.url(path);
    }

    /** Puts a backup in the place of the database of the stopped hub, as {@code ./cln restaurer} does. */
    void restore(Path backup) {
        String modules =
                Path.of(System.getProperty("cln.racine", ".")).toAbsolutePath().resolve("sync-hub/target") + "/";
        try {
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            modules + "sync-hub.jar:" + modules + "lib/*",
                            "fr.roubaix.cln.hub.sauvegarde.Restaurer",
                            folder.toString(),
                            backup.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !said.contains("La base du hub est restaurée")) {
                throw new AssertionError("not restored: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts again on the same folder and port. */
    void again() {
        application = launch(folder, port);
    }

    /**
     * A one-time code, written where the secretariat's screen writes it: the screen is tested elsewhere, and five kiosks
     * would cost five browsers.
     */
    String code(Secteur mairie) throws SQLException {
        String code =
                "FAUT%04d".formatted(CODES.incrementAndGet()).replace('0', 'Z').replace('1', 'Y');
        try (var connection = open();
                var insert = connection.prepareStatement(
                        "INSERT INTO enrolment_code (hash, mairie, expires_at) VALUES (?, ?, ?)")) {
            insert.setString(1, Hash.of(code.getBytes(StandardCharsets.UTF_8)).hex());
            insert.setString(2, mairie.name());
            insert.setLong(3, Instant.now().plus(Duration.ofDays(1)).toEpochMilli());
            insert.executeUpdate();
        }
        return code.toUpperCase(Locale.ROOT);
    }

    /** The hashes of a chain as the hub holds it, in the order of its numbers; fails on a gap. */
    List<String> chain(String chain) throws SQLException {
        try (var connection = open();
                var query =
                        connection.prepareStatement("SELECT seq, hash FROM envelope WHERE chain = ? ORDER BY seq")) {
            query.setString(1, chain);
            var hashes = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(2));
                    if (rows.getLong(1) != hashes.size()) {
                        throw new AssertionError("the hub has a gap before " + rows.getLong(1) + " in " + chain);
                    }
                }
            }
            return hashes;
        }
    }

    /** Ids for which the hub holds one application or more, among those of a chain, with how many. */
    long number(String sql, Object... parameters) throws SQLException {
        try (var connection = open();
                var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The first column of what a query finds, as text. */
    List<String> rows(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Closes the call with every application admissible: how staff come there is tested elsewhere. */
    void closeTheCall() throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE candidature SET etat = 'RECEVABLE', motif = NULL, decidee_le = 1,"
                    + " decidee_par = 'secretariat'");
            statement.executeUpdate("UPDATE appel SET clos_le = 1, clos_par = 'secretariat', clos_motif = ''");
        }
    }

    /** Applications that the hub holds for the envelopes of a chain. */
    long applications(String chain) throws SQLException {
        return number("""
                SELECT count(*) FROM candidature c WHERE EXISTS
                (SELECT 1 FROM envelope e WHERE e.id = c.envelope AND e.chain = ?)""", chain);
    }

    /** What the hub holds of some applications, by the ids of their envelopes: lost, and twice. */
    Finding.Tally held(Collection<String> ids) throws SQLException {
        long lost = 0;
        long twice = 0;
        try (var connection = open();
                var query = connection.prepareStatement("SELECT count(*) FROM candidature WHERE envelope = ?")) {
            for (String id : ids) {
                query.setString(1, id);
                try (var rows = query.executeQuery()) {
                    rows.next();
                    lost += rows.getLong(1) == 0 ? 1 : 0;
                    twice += rows.getLong(1) > 1 ? 1 : 0;
                }
            }
        }
        return new Finding.Tally(lost, twice, 0, 0);
    }

    /** Everything that an envelope may have left behind, in one number per table: equal before and after a refusal. */
    String contents() throws SQLException {
        var found = new ArrayList<String>();
        for (String table : List.of("envelope", "fact", "candidature", "quarantine", "kiosk", "kiosk_chain")) {
            found.add(table + "=" + number("SELECT count(*) FROM " + table));
        }
        found.add("heads=" + number("SELECT coalesce(sum(seq), 0) FROM kiosk_chain"));
        return String.join(" ", found);
    }

    private Connection open() throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hub.db"));
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
        }
        return connection;
    }

    @Override
    public void close() {
        application.close();
    }
}
