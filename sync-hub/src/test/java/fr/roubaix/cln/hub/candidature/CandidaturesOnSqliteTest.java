package fr.roubaix.cln.hub.candidature;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.storage.Database;

class CandidaturesOnSqliteTest extends CandidaturesContract {

    private static Database database;

    @BeforeAll
    static void open(@TempDir Path folder) {
        database = Database.sqlite(folder.resolve("hub.db"));
        database.migrate("db/migration");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
