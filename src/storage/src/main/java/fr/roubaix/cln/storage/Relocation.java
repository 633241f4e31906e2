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

import org.springframework.dao.DataAccessException;

import fr.roubaix.cln.storage.CopyOnDisk.DamagedException;
import fr.roubaix.cln.storage.Transfer.DifferentException;

/**
 * Copies a SQLite database that nobody uses into an empty PostgreSQL database, all or nothing. The file is only read; a
 * note beside it then keeps it from being opened.
 */
final class Relocation {

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
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private ProcessLock lock() throws IOException {
        return ProcessLock.take(file)
                .orElseThrow(() -> refused("La base « " + file
                        + " » est ouverte : arrêtez le hub, puis recommencez. Rien n’a été copié."));
    }

    private Relocated relocate(Connection source, Database target, Instant at) throws SQLException, IOException {
        List<Table> before = tables(target);
        refuseWhatIsNotEmpty(target, before);
        note.announce(address, at);
        boolean done = false;
        try {
            target.migrate(migrations);
            var relocated = transferred(source, target);
            done = true;
            note.confirm(address, at);
            return relocated;
        } finally {
            if (!done) {
                abandon(target, before);
            }
        }
    }

    private Relocated transferred(Connection source, Database target) throws SQLException {
        try (Connection connection = target.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
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
        String tables =
                Table.of(connection).stream().map(t -> Table.quoted(t.name())).collect(Collectors.joining(", "));
        try (var statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + tables);
        }
    }

    private void refuseWhatIsNotEmpty(Database target, List<Table> tables) {
        for (Table table : tables) {
            var first = target.template().queryForList("SELECT 1 FROM " + Table.quoted(table.name()) + " LIMIT 1");
            if (!first.isEmpty()) {
                throw refused("La base " + address + " n’est pas vide (table « " + table.name()
                        + " ») : rien n’a été copié. Indiquez une base neuve (createdb).");
            }
        }
    }

    /** Leaves both sides as they were, so that the same command can be given again. */
    private void abandon(Database target, List<Table> before) throws IOException {
        note.withdraw();
        if (before.isEmpty()) {
            try {
                for (Table table : tables(target)) {
                    target.template().execute("DROP TABLE " + Table.quoted(table.name()) + " CASCADE");
                }
                target.template().execute("DROP TABLE IF EXISTS " + Table.HISTORY);
            } catch (DataAccessException | SQLException e) {
                // The server went away, and the refusal under way says so; what stays there is tables without a row.
            }
        }
    }

    private static List<Table> tables(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return Table.of(connection);
        }
    }

    private DatabaseRefusedException failed(SQLException cause) {
        return new DatabaseRefusedException(
                "La copie vers " + address
                        + " a échoué et rien n’a été gardé. Vérifiez le serveur et sa place disque, puis"
                        + " recommencez. Code de l’erreur : " + cause.getSQLState() + ".",
                cause);
    }

    private static DatabaseRefusedException refused(String sentence) {
        return new DatabaseRefusedException(sentence);
    }
}
