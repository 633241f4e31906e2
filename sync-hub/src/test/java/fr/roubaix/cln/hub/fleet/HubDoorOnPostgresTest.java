package fr.roubaix.cln.hub.fleet;

import java.sql.SQLException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import fr.roubaix.cln.storage.Database;

class HubDoorOnPostgresTest extends HubDoorContract {

    private static EmbeddedPostgres postgres;
    private static int databases;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    @Override
    Database database() throws SQLException {
        String name = "essai" + ++databases;
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        var database = Database.postgres(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
        database.migrate("db/migration");
        return database;
    }
}
