package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message.Cause;

/** Opens {@code borne.db}, after putting a backup in its place if a person asked for it. */
public final class KioskDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(KioskDatabase.class);

    private static final String FILE = "borne.db";

    private KioskDatabase() {}

    /**
     * Opens the database of this data folder.
     *
     * @param copy a backup to put in its place first, once: the same copy is not put back again at the next start
     * @throws BackupRefusedException the copy is not a whole backup, or the disk refuses: nothing was replaced
     */
    public static Database open(Path folder, @Nullable Path copy, Instant at) {
        Path file = folder.resolve(FILE);
        Path done = folder.resolve(FILE + ".restauree");
        if (copy == null || alreadyDone(copy, done)) {
            return opened(file);
        }
        var restored = Database.restore(copy, file, at, _ -> "");
        restored.aside().ifPresent(aside -> LOG.warn("The database that stood here is kept as {}", aside));
        var database = opened(file);
        // The envelopes written since the copy are not in it: a new chain says so to the hub.
        var jdbc = JdbcClient.create(database.template());
        Link.askChain(jdbc, Cause.RESTAURATION);
        // A tablet that was revoked since the copy would be let in again: all are paired anew.
        jdbc.sql("DELETE FROM tablet").update();
        try {
            Files.writeString(done, fingerprint(copy));
        } catch (IOException e) {
            database.close();
            throw new UncheckedIOException("Cannot write beside the database", e);
        }
        LOG.warn("{} was put in the place of the database", copy);
        return database;
    }

    private static Database opened(Path file) {
        var database = Database.sqlite(file);
        database.migrate("db/migration");
        return database;
    }

    private static boolean alreadyDone(Path copy, Path done) {
        try {
            return Files.exists(done) && Files.readString(done).equals(fingerprint(copy));
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "La sauvegarde « " + copy + " » ne peut pas être lue. Vérifiez le chemin, ou démarrez la borne sans"
                            + " --cln.kiosk.restaurer.",
                    e);
        }
    }

    private static String fingerprint(Path copy) throws IOException {
        return Hash.of(Files.readAllBytes(copy)).hex();
    }
}
