package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.CopyOnDisk.DamagedException;
import fr.roubaix.cln.storage.Transfer.DifferentException;

/**
 * Copies a SQLite database that nobody uses into an empty PostgreSQL database, all or nothing. The file is only read; a
 * note beside it then keeps it from being opened.
 */
final class Relocation {

    /**
     * A schema, without anything in it, that stands in the target from the beginning of a copy to its commit. Not a table:
     * Flyway begins only in a schema that has none.
     */
    private static final String UNFINISHED = "cln_deplacement_en_cours";

    private final Path file;
    private final PostgresAddress address;
    private final String migrations;
    private final Consumer<String> progress;
    private final RelocationNote note;

    Relocation(Path file, PostgresAddress address, String migrations, Consumer<String> progress) {
        this.file = file.toAbsolutePath();
        this.address = address;
        this.migrations = migrations;
        this.progress = progress;
        this.note = RelocationNote.of(this.file);
    }

    /** Whether a copy into this PostgreSQL database was cut short: what is there is not whole. */
    static boolean unfinished(Database target) {
        return !target.template()
                .queryForList("SELECT 1 FROM pg_namespace WHERE nspname = ?", Integer.class, UNFINISHED)
                .isEmpty();
    }

    Relocated run(Instant at) {
        if (!Files.isRegularFile(file)) {
            throw refused("La base « " + file + " » n’existe pas. Indiquez le dossier du hub avec --dossier.");
        }
        try (var _ = lock()) {
            if (note.confirmed()) {
                throw refused(note.refusal().orElseThrow());
            }
            progress.accept("Vérification de " + file);
            try (Connection source = new CopyOnDisk(file).opened();
                    Database target = Database.postgres(address)) {
                return relocate(source, target, at);
            }
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "Le dossier « " + file.getParent() + " » ne permet pas l’écriture. Vérifiez ses droits.", e);
        } catch (DamagedException e) {
            throw new DatabaseRefusedException(
                    "La base « " + file + " » est abîmée : rien n’a été copié. Restaurez d’abord une sauvegarde.", e);
        } catch (SQLException | DataAccessException | FlywayException e) {
            throw new DatabaseRefusedException(
                    "La copie vers " + address
                            + " a échoué et rien n’a été gardé. Vérifiez le serveur et sa place disque,"
                            + " puis recommencez.",
                    e);
        }
    }

    private ProcessLock lock() throws IOException {
        return ProcessLock.take(file)
                .orElseThrow(() -> refused("La base « " + file
                        + " » est ouverte : arrêtez le hub, puis recommencez. Rien n’a été copié."));
    }

    private Relocated relocate(Connection source, Database target, Instant at) throws SQLException, IOException {
        claim(target);
        boolean done = false;
        try {
            note.announce(address, at);
            Database.flyway(target.dataSource(), Dialect.POSTGRESQL, migrations).migrate();
            var relocated = transferred(source, target);
            done = true;
            note.confirm(address, at);
            return relocated;
        } finally {
            if (!done) {
                abandon(target);
            }
        }
    }

    /** Takes a target without any table, or one where a copy was cut short, which is then begun again. */
    private void claim(Database target) {
        List<String> present = tables(target);
        if (unfinished(target)) {
            drop(target, present);
        } else if (!present.isEmpty()) {
            throw refused("La base " + address + " n’est pas vide (table « " + present.getFirst()
                    + " ») : rien n’a été copié. Indiquez une base neuve (createdb).");
        }
        target.template().execute("CREATE SCHEMA " + UNFINISHED);
    }

    private Relocated transferred(Connection source, Database target) throws SQLException {
        try (Connection connection = target.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "DROP SCHEMA " + UNFINISHED);
                empty(connection);
                var references = ForeignKeys.takeOff(connection);
                var contents = new Transfer(source, connection, progress).run();
                references.putBack(connection);
                connection.commit();
                return new Relocated(contents);
            } catch (DifferentException e) {
                connection.rollback();
                throw new DatabaseRefusedException(
                        "La base « " + file
                                + " » n’a pas les mêmes tables que ce programme, ou la copie relue diffère ("
                                + e.getMessage()
                                + ") : rien n’a été gardé. Démarrez une fois cette version du hub sur ce"
                                + " dossier, arrêtez-le, puis recommencez.",
                        e);
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** What the migrations themselves put there is in the source too, perhaps changed since. */
    private static void empty(Connection connection) throws SQLException {
        execute(
                connection,
                Table.of(connection).stream()
                        .map(table -> Table.quoted(table.name()))
                        .collect(Collectors.joining(", ", "TRUNCATE ", "")));
    }

    /** Leaves both sides as they were, so that the same command can be given again. */
    private void abandon(Database target) throws IOException {
        note.withdraw();
        try {
            drop(target, tables(target));
        } catch (DataAccessException e) {
            // The server went away, and the refusal under way says so; the next attempt begins by dropping this.
        }
    }

    /** The mark of an unfinished copy goes last. */
    private static void drop(Database target, List<String> tables) {
        tables.forEach(name -> target.template().execute("DROP TABLE " + Table.quoted(name) + " CASCADE"));
        // Flyway begins only in a schema without any function either.
        functions(target).forEach(signature -> target.template().execute("DROP FUNCTION " + signature + " CASCADE"));
        target.template().execute("DROP SCHEMA IF EXISTS " + UNFINISHED);
    }

    private static List<String> functions(Database target) {
        return JdbcClient.create(target.template())
                .sql("SELECT oid::regprocedure::text FROM pg_proc"
                        + " WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f' ORDER BY 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<String> tables(Database target) {
        return JdbcClient.create(target.template())
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DatabaseRefusedException refused(String sentence) {
        return new DatabaseRefusedException(sentence);
    }
}
