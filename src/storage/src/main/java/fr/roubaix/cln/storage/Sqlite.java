package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** Opens SQLite with durable settings, and believes none of them before reading it back. */
final class Sqlite {

    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    private static final int LOCK_WAIT_MILLIS = 20_000;

    private Sqlite() {}

    static Database open(Path file) {
        Path absolute = file.toAbsolutePath();
        ProcessLock lock = lock(absolute);
        HikariDataSource writer = null;
        HikariDataSource readers = null;
        try {
            refuseInterruptedRestoration(absolute);
            refuseRelocated(absolute);
            closeToOthers(absolute);
            writer = pool("writer", 1, "PRAGMA query_only = 0", source(absolute, TransactionMode.IMMEDIATE));
            verify(writer, absolute);
            readers = pool("reader", READERS, "PRAGMA query_only = 1", source(absolute, TransactionMode.DEFERRED));
            return assemble(absolute, writer, readers, lock);
        } catch (RuntimeException e) {
            closeQuietly(writer);
            closeQuietly(readers);
            lock.close();
            throw e instanceof DatabaseRefusedException ? e : unreadable(absolute, e);
        }
    }

    private static Database assemble(Path file, HikariDataSource writer, HikariDataSource readers, ProcessLock lock) {
        var routed = new LazyConnectionDataSourceProxy(writer);
        routed.setReadOnlyDataSource(readers);
        var translator = new SqliteExceptionTranslator();
        return new Database(
                Dialect.SQLITE,
                routed,
                source(file, TransactionMode.DEFERRED),
                new Snapshot.OfSqlite(file, source(file, TransactionMode.DEFERRED)),
                new RoutedTemplate(routed, readers, translator),
                translator,
                () -> {
                    readers.close();
                    writer.close();
                    lock.close();
                });
    }

    private static ProcessLock lock(Path file) {
        try {
            var lock = ProcessLock.take(file);
            if (lock.isEmpty()) {
                throw new DatabaseRefusedException("La base « " + file
                        + " » est déjà ouverte par un autre programme. Arrêtez-le, ou choisissez un autre dossier.");
            }
            return lock.get();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** A restoration that was cut short left neither the old database in place nor the new one. */
    private static void refuseInterruptedRestoration(Path file) {
        if (Files.exists(Restoration.note(file))) {
            throw new DatabaseRefusedException(
                    "La restauration de la base « " + file + " » a été interrompue. Refaites-la avant de démarrer.");
        }
    }

    private static void refuseRelocated(Path file) {
        try {
            RelocationNote.of(file).refusal().ifPresent(sentence -> {
                throw new DatabaseRefusedException(sentence);
            });
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** SQLite gives its journals the permissions of the file they belong to. */
    private static void closeToOthers(Path file) {
        try {
            PrivateFiles.file(file);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static DatabaseRefusedException unwritable(Path file, IOException e) {
        return new DatabaseRefusedException(
                "Le dossier « " + file.getParent() + " » ne permet pas l’écriture. Choisissez un autre dossier.", e);
    }

    private static SQLiteDataSource source(Path file, TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, int size, String initSql, DataSource source) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setConnectionInitSql(initSql);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(LOCK_WAIT_MILLIS);
        // SQLite connections do not age, and reopening one costs a resident their 200 ms.
        config.setMaxLifetime(0);
        config.setExceptionOverride(new BrokenConnections());
        return new HikariDataSource(config);
    }

    private static void verify(DataSource source, Path file) {
        try (Connection connection = source.getConnection()) {
            expect(connection, "journal_mode", "wal", file);
            expect(connection, "synchronous", "2", file);
            expect(connection, "foreign_keys", "1", file);
            expect(connection, "busy_timeout", Integer.toString(BUSY_MILLIS), file);
            expect(connection, "quick_check", "ok", file);
        } catch (SQLException e) {
            throw unreadable(file, e);
        }
    }

    private static void expect(Connection connection, String pragma, String expected, Path file) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA " + pragma)) {
            // A check may answer with several lines; a refusal is one.
            String found = rows.next() ? rows.getString(1).replaceAll("\\s+", " ") : "";
            if (!expected.equalsIgnoreCase(found)) {
                throw new DatabaseRefusedException("La base « " + file + " » n’est pas sûre : " + pragma + " vaut « "
                        + found + " » au lieu de « " + expected
                        + " ». Restaurez une sauvegarde, ou déplacez ce fichier.");
            }
        }
    }

    private static DatabaseRefusedException unreadable(Path file, Exception e) {
        return new DatabaseRefusedException(
                "La base « " + file + " » est illisible ou refusée par le disque. Vérifiez le disque et les droits, ou"
                        + " restaurez une sauvegarde.",
                e);
    }

    private static void closeQuietly(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }
}
