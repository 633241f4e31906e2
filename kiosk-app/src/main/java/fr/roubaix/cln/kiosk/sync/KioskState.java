package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Etat.Device;

/** What this kiosk tells the hub of itself. */
final class KioskState {

    private final JdbcClient jdbc;
    private final Path folder;
    private final Supplier<Optional<Appareils>> devices;
    private final Clock clock;

    KioskState(JdbcClient jdbc, Path folder, Supplier<Optional<Appareils>> devices, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.devices = devices;
        this.clock = clock;
    }

    /** Envelopes that no verified ack covers. */
    int queue() {
        return jdbc.sql("SELECT number FROM delivery_count WHERE delivery = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    Etat etat() {
        return new Etat(queue(), diskFree(), devices(), version(), Instant.ofEpochMilli(clock.millis()));
    }

    private List<Device> devices() {
        return devices.get().map(Appareils::etats).orElse(List.of());
    }

    long diskFree() {
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
