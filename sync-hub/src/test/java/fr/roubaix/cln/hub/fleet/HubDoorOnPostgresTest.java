package fr.roubaix.cln.hub.fleet;

import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.storage.Database;

class HubDoorOnPostgresTest extends HubDoorContract {

    @Override
    Database database() {
        var database = Database.postgres(PostgresServer.newAddress());
        database.migrate("db/migration");
        return database;
    }
}
