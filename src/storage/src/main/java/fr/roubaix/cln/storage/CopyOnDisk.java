package fr.roubaix.cln.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** One SQLite file that no program uses: verified, read, marked and flushed. */
record CopyOnDisk(Path file) {

    /** SQLite's own files beside a database. */
    static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    /** Something else than a whole database is in the file. */
    static final class DamagedException extends Exception {
        DamagedException(String found, @Nullable Throwable cause) {
            super(found, cause);
        }
    }

    /** Checks every page, every index and every reference, then lets the caller read. */
    <T extends @Nullable Object> T verified(Function<JdbcClient, T> reading) throws DamagedException, SQLException {
        try (Connection connection = opened()) {
            return reading.apply(client(connection));
        }
    }

    /** A connection that only reads, once every page, every index and every reference was checked. */
    Connection opened() throws DamagedException, SQLException {
        Connection connection = readOnly().getConnection();
        try {
            check(connection);
            return connection;
        } catch (DamagedException | SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Runs the caller's statements in one transaction, and leaves no journal behind. */
    <T extends @Nullable Object> T marked(Function<JdbcClient, T> statements) throws SQLException {
        try (Connection connection = readWrite(true).getConnection()) {
            connection.setAutoCommit(false);
            T given = statements.apply(client(connection));
            connection.commit();
            return given;
        }
    }

    private static void check(Connection connection) throws DamagedException, SQLException {
        try {
            expect(connection, "PRAGMA integrity_check", List.of("ok"));
            expect(connection, "PRAGMA foreign_key_check", List.of());
        } catch (SQLException e) {
            // SQLITE_CORRUPT and SQLITE_NOTADB: https://sqlite.org/rescode.html
            if ((e.getErrorCode() & 0xff) == 11 || (e.getErrorCode() & 0xff) == 26) {
                throw new DamagedException("not a database, or a broken one", e);
            }
            throw e;
        }
    }

    private static void expect(Connection connection, String pragma, List<String> expected)
            throws DamagedException, SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(pragma)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        if (!found.equals(expected)) {
            throw new DamagedException(pragma + ": " + found, null);
        }
    }

    private static JdbcClient client(Connection connection) {
        var template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.setExceptionTranslator(new SqliteExceptionTranslator());
        return JdbcClient.create(template);
    }

    private DataSource readOnly() {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        return source(config);
    }

    /** @param references whether rows must come after what they refer to; the verification checks it in any case */
    DataSource readWrite(boolean references) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.DELETE);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(references);
        return source(config);
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** SHA-256 of the file, in hexadecimal. */
    String sha256() throws IOException {
        MessageDigest digest = sha256Digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Removes the file and what SQLite may have left beside it. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(companion(companion));
        }
    }

    Path companion(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
