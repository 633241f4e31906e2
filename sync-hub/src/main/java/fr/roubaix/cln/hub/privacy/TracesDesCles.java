package fr.roubaix.cln.hub.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.Dialect;

/**
 * Takes the bytes of destroyed keys away from the files of their database. On SQLite, {@code secure_delete} overwrites
 * them in their page, and a checkpoint empties the journal that still holds the page as it was; a reader of an older state
 * prevents it (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint). On PostgreSQL a plain {@code VACUUM} leaves the
 * bytes in their page: only {@code VACUUM FULL} writes the table anew. The server's own journal goes with its recycling.
 */
final class TracesDesCles {

    private static final Logger LOG = LoggerFactory.getLogger(TracesDesCles.class);

    private final Database database;

    TracesDesCles(Database database) {
        this.database = database;
    }

    /** Whether no file of the database holds them any more; to be tried again otherwise. */
    boolean enlever() {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            boolean enlevees = database.dialect() == Dialect.SQLITE ? viderLeJournal(statement) : reecrire(statement);
            if (!enlevees) {
                LOG.warn("A destroyed key may still be found on the disk: somebody reads; it will be tried again");
            }
            return enlevees;
        } catch (SQLException e) {
            LOG.warn("A destroyed key may still be found on the disk; it will be tried again", e);
            return false;
        }
    }

    private static boolean viderLeJournal(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            // The first column is 1 when a reader or a writer stood in the way.
            return rows.next() && rows.getInt(1) == 0;
        }
    }

    private static boolean reecrire(Statement statement) throws SQLException {
        statement.execute("SET lock_timeout = '5s'");
        try {
            statement.execute("VACUUM FULL cle_de_personne");
            return true;
        } finally {
            statement.execute("RESET lock_timeout");
        }
    }

    /** What is deleted through this connection is overwritten in its page. */
    static void ecraser(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA secure_delete = ON");
            }
        }
    }
}
