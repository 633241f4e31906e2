package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.Etat;

/** What this kiosk tells the hub of itself. */
final class KioskState {

    private final JdbcClient jdbc;
    private final Path folder;
    private final Clock clock;

    KioskState(JdbcClient jdbc, Path folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /** Envelopes that no verified ack covers. */
    int queue() {
        return jdbc.sql("SELECT count(*) FROM inscription WHERE delivery = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    Etat etat() {
        return new Etat(queue(), diskFree(), List.of(), version(), Instant.ofEpochMilli(clock.millis()));
    }

    private long diskFree() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            // A disk that does not answer has no room to promise.
            return 0;
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(
                KioskState.class.getPackage().getImplementationVersion(), "construction locale");
    }
}
