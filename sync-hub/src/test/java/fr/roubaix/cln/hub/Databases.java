package fr.roubaix.cln.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import fr.roubaix.cln.storage.Database;

/** Both databases that the hub may run on, each opened once per test run and ended with it. */
public enum Databases {
    SQLITE {
        @Override
        Database create() throws IOException {
            return Database.sqlite(Scratch.folder("hub").resolve("hub.db"));
        }
    },
    POSTGRES {
        @Override
        Database create() {
            return Database.postgres(PostgresServer.newAddress());
        }
    };

    private static final Map<Databases, Database> OPEN = new EnumMap<>(Databases.class);

    abstract Database create() throws IOException;

    /** A client of this database, in which these tables are now empty. */
    public JdbcClient without(String... tables) {
        var jdbc = JdbcClient.create(open().template());
        for (String table : tables) {
            jdbc.sql("DELETE FROM " + table).update();
        }
        return jdbc;
    }

    /** The database itself, for what rewrites its files. */
    public Database database() {
        return open();
    }

    /** Transactions on it. */
    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(open().dataSource());
    }

    /** Its connections. */
    public DataSource dataSource() {
        return open().dataSource();
    }

    private Database open() {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(this, _ -> migrated());
        }
    }

    private Database migrated() {
        try {
            Database database = create();
            database.migrate("db/migration");
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
