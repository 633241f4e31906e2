package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The verified backups of one database, each named after its instant: {@code hub-20261122T030639123Z.db}. Other files of
 * the folder are left alone.
 *
 * @param name what every name begins with
 * @param suffix what every name ends with
 */
public record BackupFolder(Path folder, String name, String suffix) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** How much a clock is corrected by without anything being wrong. */
    private static final Duration CORRECTION = Duration.ofMinutes(5);

    /** A week of nights: somebody has read the screen by then. */
    private static final int PROOF = 7;

    /** Backups that are SQLite files. */
    public BackupFolder(Path folder, String name) {
        this(folder, name, ".db");
    }

    /** A backup that stands in the folder. */
    public record Stored(Path file, Instant at) {

        /** Whether the clock was wrong when it was made, or is wrong now. */
        public boolean toCome(Instant now) {
            return at.isAfter(now.plus(CORRECTION));
        }
    }

    /**
     * Makes a backup, as {@link Database#backup}.
     *
     * @throws BackupRefusedException nothing was kept; the message says what to do
     */
    public <T extends @Nullable Object> Backup<T> take(Database database, Instant at, Function<JdbcClient, T> reading) {
        return database.backup(file(at), at, reading);
    }

    /** Where the backup of an instant stands. */
    public Path file(Instant at) {
        return folder.resolve(name + "-" + STAMP.format(at) + suffix);
    }

    /**
     * What stands in the folder, the newest first.
     *
     * @throws BackupRefusedException the folder cannot be read
     */
    public List<Stored> stored() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> instant(file).map(at -> new Stored(file, at)).stream())
                    .sorted(Comparator.comparing(Stored::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "Le dossier des sauvegardes « " + folder + " » ne peut pas être lu. Vérifiez ses droits.", e);
        }
    }

    /**
     * The newest backup made by a clock that was right: one with an instant to come says nothing of when it was made.
     *
     * @throws BackupRefusedException the folder cannot be read
     */
    public Optional<Stored> newest(Instant now) {
        return past(now).stream().findFirst();
    }

    /** Two backups that follow one another although more than an age lies between their instants. */
    public record Leap(Instant before, Instant after) {}

    /**
     * A leap so recent that nobody may have noticed a wrong clock: fewer than {@value #PROOF} backups were made since.
     *
     * @throws BackupRefusedException the folder cannot be read
     */
    public Optional<Leap> leap(Duration age, Instant now) {
        List<Stored> past = past(now);
        int since = sinceALeap(past, age);
        return since < past.size()
                ? Optional.of(new Leap(past.get(since).at(), past.get(since - 1).at()))
                : Optional.empty();
    }

    /**
     * Removes the backups as old as this age or older, never the newest one, and gives what was removed. When two that
     * follow one another are further apart than this age, the program was stopped or the clock leapt: those before stay
     * until {@value #PROOF} were made after. One whose instant is to come always stays: nobody knows when it was made.
     *
     * @throws BackupRefusedException one could not be removed
     */
    public List<Stored> prune(Duration age, Instant now) {
        List<Stored> past = past(now);
        List<Stored> removed = new ArrayList<>();
        for (Stored old : past.subList(Math.min(1, past.size()), sinceALeap(past, age))) {
            if (!old.at().isAfter(now.minus(age))) {
                remove(old.file());
                removed.add(old);
            }
        }
        return List.copyOf(removed);
    }

    /** How many were made since the last leap, when they are too few to trust the clock; all of them otherwise. */
    private static int sinceALeap(List<Stored> past, Duration age) {
        for (int i = 1; i < Math.min(PROOF, past.size()); i++) {
            if (past.get(i).at().plus(age).isBefore(past.get(i - 1).at())) {
                return i;
            }
        }
        return past.size();
    }

    private List<Stored> past(Instant now) {
        return stored().stream().filter(stored -> !stored.toCome(now)).toList();
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new BackupRefusedException(
                    "L’ancienne sauvegarde « " + file + " » n’a pas pu être supprimée. Vérifiez les droits du dossier.",
                    e);
        }
    }

    private Optional<Instant> instant(Path file) {
        String text = file.getFileName().toString();
        if (!text.startsWith(name + "-") || !text.endsWith(suffix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    STAMP.parse(text.substring(name.length() + 1, text.length() - suffix.length()), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
