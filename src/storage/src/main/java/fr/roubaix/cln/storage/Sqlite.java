package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
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
        FileChannel lock = lock(absolute);
        HikariDataSource writer = null;
        HikariDataSource readers = null;
        try {
            writer = pool("writer", 1, "PRAGMA query_only = 0", source(absolute, TransactionMode.IMMEDIATE));
            verify(writer, absolute);
            readers = pool("reader", READERS, "PRAGMA query_only = 1", source(absolute, TransactionMode.DEFERRED));
            return assemble(absolute, writer, readers, lock);
        } catch (RuntimeException e) {
            closeQuietly(writer);
            closeQuietly(readers);
            release(lock);
            throw e instanceof DatabaseRefusedException ? e : unreadable(absolute, e);
        }
    }

    private static Database assemble(Path file, HikariDataSource writer, HikariDataSource readers, FileChannel lock) {
        var routed = new LazyConnectionDataSourceProxy(writer);
        routed.setReadOnlyDataSource(readers);
        var translator = new SqliteExceptionTranslator();
        return new Database(
                Dialect.SQLITE,
                routed,
                source(file, TransactionMode.DEFERRED),
                new RoutedTemplate(routed, readers, translator),
                translator,
                () -> {
                    readers.close();
                    writer.close();
                    lock.close();
                });
    }

    /** SQLite itself would let two processes in; our one-writer promise would not survive it. */
    private static FileChannel lock(Path file) {
        FileChannel channel = null;
        try {
            PrivateFiles.folder(Objects.requireNonNull(file.getParent(), "a file stands in a folder"));
            // SQLite gives its journals the permissions of the file they belong to.
            PrivateFiles.file(file);
            channel = FileChannel.open(
                    PrivateFiles.file(file.resolveSibling(file.getFileName() + ".verrou")), StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same refusal
        } catch (IOException e) {
            throw new DatabaseRefusedException(
                    "Le dossier « " + file.getParent() + " » ne permet pas l’écriture. Choisissez un autre dossier.",
                    e);
        }
        release(channel);
        throw new DatabaseRefusedException("La base « " + file
                + " » est déjà ouverte par un autre programme. Arrêtez-le, ou choisissez un autre dossier.");
    }

    private static void release(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new DatabaseRefusedException("Le verrou de la base n’a pas pu être rendu.", e);
            }
        }
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
