package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.storage.Database;

/** Both databases that the hub may run on, new each time. */
enum FreshDatabase {
    SQLITE {
        @Override
        Database create() throws IOException {
            return Database.sqlite(Files.createTempDirectory("hub").resolve("hub.db"));
        }
    },
    POSTGRES {
        @Override
        Database create() throws IOException, SQLException {
            String name = "neuve" + NUMBER.incrementAndGet();
            var server = server();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return Database.postgres(server.getJdbcUrl("postgres", name), "postgres", "postgres");
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    abstract Database create() throws IOException, SQLException;

    Database open() throws IOException, SQLException {
        var database = create();
        database.migrate("db/migration");
        return database;
    }

    private static synchronized EmbeddedPostgres server() throws IOException {
        var started = server == null ? EmbeddedPostgres.start() : server;
        server = started;
        return started;
    }
}
