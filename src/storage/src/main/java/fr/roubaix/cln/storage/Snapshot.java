package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Writes what a database holds at one instant into an empty file, as a SQLite database; writers are not kept waiting. */
interface Snapshot {

    void into(Path emptyFile) throws SQLException;

    /** What the copy may weigh, in bytes. */
    long size();

    /** Whether this file is the database itself. */
    boolean reads(Path file);

    /** One SQLite file, copied by SQLite: https://sqlite.org/lang_vacuum.html#vacuuminto */
    record OfSqlite(Path file, DataSource source) implements Snapshot {

        @Override
        public void into(Path emptyFile) throws SQLException {
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

    /** A server's database is copied by its own tools, which also keep what every other program stores there. */
    record OfPostgres() implements Snapshot {

        @Override
        public void into(Path emptyFile) {
            throw new BackupRefusedException("Cette base est sur PostgreSQL : sauvegardez-la avec les outils du serveur"
                    + " (pg_dump, ou l’archivage continu).");
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public boolean reads(Path other) {
            return false;
        }
    }
}
