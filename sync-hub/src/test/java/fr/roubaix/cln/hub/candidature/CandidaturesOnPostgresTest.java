package fr.roubaix.cln.hub.candidature;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import fr.roubaix.cln.storage.Database;

class CandidaturesOnPostgresTest extends CandidaturesContract {

    private static EmbeddedPostgres server;
    private static Database database;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.start();
        database = Database.postgres(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        database.migrate("db/migration");
    }

    @AfterAll
    static void close() throws IOException {
        database.close();
        server.close();
    }

    @Override
    Database database() {
        return database;
    }
}
