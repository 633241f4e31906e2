package fr.roubaix.cln.hub.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.Scratch;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;

/** Both databases that the hub may run on, new each time: a copy of one whose schema was made once. */
enum FreshDatabase {
    SQLITE {
        @Override
        Database copy() throws IOException {
            return Database.sqlite(
                    Files.copy(SqliteModel.FILE, Scratch.folder("hub").resolve("hub.db")));
        }
    },
    POSTGRES {
        @Override
        Database copy() {
            return Database.postgres(PostgresAddress.parse(PostgresServer.copyOf(PostgresModel.NAME)));
        }
    };

    private static final class SqliteModel {
        static final Path FILE = make();

        private static Path make() {
            try {
                Path file = Scratch.folder("modele").resolve("hub.db");
                migrated(Database.sqlite(file)).close();
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class PostgresModel {
        static final String NAME = make();

        private static String make() {
            String address = PostgresServer.newDatabase();
            migrated(Database.postgres(PostgresAddress.parse(address))).close();
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    abstract Database copy() throws IOException;

    Database open() throws IOException {
        return migrated(copy());
    }

    private static Database migrated(Database database) {
        database.migrate("db/migration");
        return database;
    }
}
