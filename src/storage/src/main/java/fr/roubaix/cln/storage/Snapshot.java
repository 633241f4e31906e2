package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import fr.roubaix.cln.storage.Transfer.DifferentException;

/** Writes what a database holds at one instant into an empty file, as a SQLite database; writers are not kept waiting. */
interface Snapshot {

    /**
     * Writes the copy.
     *
     * @param migrations the folder of the class path that made the schema
     */
    void into(Path emptyFile, String migrations) throws SQLException;

    /** What the copy may weigh, in bytes. */
    long size();

    /** Whether this file is the database itself. */
    boolean reads(Path file);

    /** One SQLite file, copied by SQLite: https://sqlite.org/lang_vacuum.html#vacuuminto */
    record OfSqlite(Path file, DataSource source) implements Snapshot {

        @Override
        public void into(Path emptyFile, String migrations) throws SQLException {
            try (var connection = source.getConnection();
                    var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, emptyFile.toString());
                statement.execute();
            }
        }

        @Override
        public long size() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public boolean reads(Path other) {
            return other.equals(file);
        }
    }

    /**
     * A PostgreSQL database, copied row by row as one transaction sees it, into a SQLite file of the same schema; what was
     * written is read back and compared.
     */
    record OfPostgres(DataSource source) implements Snapshot {

        @Override
        public void into(Path emptyFile, String migrations) throws SQLException {
            var copy = new CopyOnDisk(emptyFile);
            Database.flyway(copy.readWrite(false), Dialect.SQLITE, migrations).migrate();
            try (var from = source.getConnection();
                    var to = copy.readWrite(false).getConnection()) {
                from.setReadOnly(true);
                from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                from.setAutoCommit(false);
                to.setAutoCommit(false);
                empty(to);
                new Transfer(from, to, _ -> {}).run();
                to.commit();
                from.rollback();
            } catch (DifferentException e) {
                throw new BackupRefusedException(
                        "La copie de la base PostgreSQL, relue, diffère (" + e.getMessage()
                                + ") et n’a pas été gardée. Recommencez ; si cela se répète, vérifiez le serveur et le"
                                + " disque.",
                        e);
            }
        }

        /** What the migrations themselves put there is in the source too, perhaps changed since. */
        private static void empty(Connection connection) throws SQLException {
            for (Table table : Table.of(connection)) {
                try (var statement = connection.createStatement()) {
                    statement.execute("DELETE FROM " + Table.quoted(table.name()));
                }
            }
        }

        @Override
        public long size() {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT pg_database_size(current_database())")) {
                return rows.next() ? rows.getLong(1) : 0;
            } catch (SQLException e) {
                return 0;
            }
        }

        @Override
        public boolean reads(Path other) {
            return false;
        }
    }
}
