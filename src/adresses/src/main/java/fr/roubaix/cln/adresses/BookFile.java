package fr.roubaix.cln.adresses;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.sqlite.SQLiteConfig;

/** The one SQLite file that holds an address book: its tables, and how it is opened. */
final class BookFile {

    /** {@code CLNA}, in the header of the file. */
    static final int APPLICATION_ID = 0x434C4E41;

    /** Of the tables below; a file of another version is imported again, never migrated. */
    static final int VERSION = 1;

    static final String ADDRESSES = "ADRESSES";
    static final String SECTORS = "SECTEURS";

    static final String[] TABLES = {
        """
        CREATE TABLE provenance (nature TEXT PRIMARY KEY, fichier TEXT NOT NULL, empreinte TEXT NOT NULL,
            octets INTEGER NOT NULL, importe_le INTEGER NOT NULL, lus INTEGER NOT NULL, retenus INTEGER NOT NULL)
            STRICT, WITHOUT ROWID""",
        "CREATE TABLE secteur (nom TEXT PRIMARY KEY, contour BLOB NOT NULL) STRICT, WITHOUT ROWID",
        "CREATE TABLE commune (nom TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        "CREATE TABLE voie (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE) STRICT",
        """
        CREATE TABLE adresse (voie INTEGER NOT NULL REFERENCES voie (id), numero INTEGER NOT NULL, rep TEXT NOT NULL,
            code_postal TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, secteur TEXT,
            PRIMARY KEY (voie, numero, rep)) STRICT, WITHOUT ROWID"""
    };

    private BookFile() {}

    /** A new file, which nobody reads before it has its name: nothing in it needs to survive a crash. */
    static Connection create(Path file) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = OFF");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA user_version = " + VERSION);
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    static Connection read(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        return DriverManager.getConnection("jdbc:sqlite:" + file, properties);
    }
}
