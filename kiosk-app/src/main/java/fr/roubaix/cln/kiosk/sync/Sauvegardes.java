package fr.roubaix.cln.kiosk.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;

/**
 * Verified copies of this kiosk's database, every night in the folder {@code cln.kiosk.sauvegarde}. They hold no private
 * key: a terminal that lost its disk is enrolled again, and keeps its number.
 */
public class Sauvegardes {

    private static final Logger LOG = LoggerFactory.getLogger(Sauvegardes.class);

    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final Duration NEXT_TRY = Duration.ofHours(1);

    private final Database database;
    private final @Nullable BackupFolder folder;
    private final Duration kept;
    private final Clock clock;
    private Instant lastTry = Instant.EPOCH;

    Sauvegardes(Database database, KioskProperties properties, Clock clock) {
        this.database = database;
        this.folder = Optional.ofNullable(properties.sauvegarde())
                .map(path -> new BackupFolder(path, "borne"))
                .orElse(null);
        this.kept = properties.conservation();
        this.clock = clock;
    }

    /** Whether somebody said where copies go. */
    public boolean prevues() {
        return folder != null;
    }

    /** Makes a copy now, and removes those that are older than the conservation. */
    public synchronized Issue maintenant() {
        if (folder == null) {
            return new Issue.PasDeDossier();
        }
        Instant now = clock.instant();
        lastTry = now;
        try {
            var backup = folder.take(database, now, _ -> "");
            folder.prune(kept, now);
            LOG.info("backup {} of {} bytes", backup.file(), backup.bytes());
            return new Issue.Faite(backup.file());
        } catch (BackupRefusedException e) {
            LOG.error("no backup", e);
            return new Issue.Refusee(Objects.requireNonNullElse(e.getMessage(), "La sauvegarde a échoué."));
        }
    }

    /** The night of which no copy was made yet; {@code null} when none is due. A failed one is tried again every hour. */
    synchronized @Nullable Night nightDue() {
        Instant now = clock.instant();
        if (folder == null || Duration.between(lastTry, now).abs().compareTo(NEXT_TRY) < 0) {
            return null;
        }
        Instant night = lastNight(now);
        lastTry = now;
        boolean made = folder.stored().stream()
                .anyMatch(stored -> !stored.at().isBefore(night) && !stored.at().isAfter(now));
        return made ? null : new Night(night);
    }

    void take(Night night) {
        if (maintenant() instanceof Issue.Refusee(var message)) {
            LOG.error("night of {}: {}", night.at(), message);
        }
    }

    private static Instant lastNight(Instant now) {
        var here = ZonedDateTime.ofInstant(now, Appel.ROUBAIX);
        var tonight = here.with(NIGHT);
        return (tonight.isAfter(here) ? tonight.minusDays(1) : tonight).toInstant();
    }

    /** A night of which no copy was made. */
    record Night(Instant at) {}

    /** What became of a copy. */
    public sealed interface Issue {

        /** Whole, on the disk, and read back. */
        record Faite(Path fichier) implements Issue {}

        /** {@code cln.kiosk.sauvegarde} is not set. */
        record PasDeDossier() implements Issue {}

        /** Nothing was kept; the message is a French sentence that says what to do. */
        record Refusee(String message) implements Issue {}
    }
}
