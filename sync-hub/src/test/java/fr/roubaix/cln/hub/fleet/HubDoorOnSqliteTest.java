package fr.roubaix.cln.hub.fleet;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.storage.Database;

class HubDoorOnSqliteTest extends HubDoorContract {

    @TempDir
    Path folder;

    @Override
    Database database() {
        var database = Database.sqlite(folder.resolve("hub.db"));
        database.migrate("db/migration");
        return database;
    }
}
