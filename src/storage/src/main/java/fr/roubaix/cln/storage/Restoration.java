package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.CopyOnDisk.DamagedException;

/**
 * Puts a copy in the place of a database. While the files change places a note stands beside them: a program that finds it
 * does not start, since a new database beside an old journal would destroy that journal, and the same restoration done
 * again goes on from where it stopped.
 */
final class Restoration {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path copy;
    private final Path database;
    private final Path note;
    private final CopyOnDisk fresh;

    Restoration(Path copy, Path database) {
        this.copy = copy.toAbsolutePath();
        this.database = database.toAbsolutePath();
        this.note = note(this.database);
        this.fresh = new CopyOnDisk(beside(this.database, ".a-restaurer"));
    }

    /** What stands beside a database whose restoration was interrupted. */
    static Path note(Path database) {
        return beside(database, ".restauration");
    }

    <T extends @Nullable Object> Restored<T> run(Instant at, Function<JdbcClient, T> mark) {
        refuseWhatIsNoBackup();
        try (var _ = lock()) {
            try {
                T marked = prepare(mark);
                Optional<Path> aside = exchange(at);
                return new Restored<>(aside, RelocationNote.of(database).restored(), marked);
            } finally {
                fresh.delete();
            }
        } catch (IOException | SQLException e) {
            throw DiskRefusal.of(folder(), size(), e);
        } catch (DamagedException e) {
            throw new BackupRefusedException(
                    "La copie « " + copy
                            + " » est abîmée, ou n’est pas une sauvegarde : rien n’a été remplacé. Prenez une autre"
                            + " sauvegarde.",
                    e);
        }
    }

    private void refuseWhatIsNoBackup() {
        if (!Files.isRegularFile(copy) || !Files.isReadable(copy)) {
            throw new BackupRefusedException("La copie « " + copy
                    + " » n’existe pas ou ne peut pas être lue. Indiquez le fichier d’une sauvegarde.");
        }
        if (copy.equals(database) || Files.exists(beside(copy, "-wal"))) {
            throw new BackupRefusedException("« " + copy
                    + " » est une base en service, pas une sauvegarde. Indiquez le fichier d’une sauvegarde.");
        }
    }

    private ProcessLock lock() throws IOException {
        return ProcessLock.take(database)
                .orElseThrow(() -> new BackupRefusedException("La base « " + database
                        + " » est ouverte par un programme : rien n’a été remplacé. Arrêtez-le, puis recommencez."));
    }

    /** A verified and marked copy of the copy, complete on the disk of the database. */
    private <T extends @Nullable Object> T prepare(Function<JdbcClient, T> mark)
            throws IOException, SQLException, DamagedException {
        fresh.delete();
        try (var in = Files.newInputStream(copy);
                var out = Files.newOutputStream(PrivateFiles.file(fresh.file()))) {
            in.transferTo(out);
        }
        fresh.verified(_ -> true);
        T marked = marked(mark);
        PrivateFiles.flush(fresh.file());
        return marked;
    }

    private <T extends @Nullable Object> T marked(Function<JdbcClient, T> mark) throws SQLException, DamagedException {
        try {
            return fresh.marked(mark);
        } catch (DataAccessResourceFailureException e) {
            throw e.getCause() instanceof SQLException disk ? disk : new SQLException(e);
        } catch (DataAccessException e) {
            throw new DamagedException("the database of another program, or of another version", e);
        }
    }

    private Optional<Path> exchange(Instant at) throws IOException {
        Path aside = announced(at);
        boolean replaced = setAside(aside);
        RelocationNote.of(database).succeed(RelocationNote.of(aside));
        Files.move(fresh.file(), database, StandardCopyOption.ATOMIC_MOVE);
        PrivateFiles.flushNames(database);
        Files.delete(note);
        PrivateFiles.flushNames(note);
        return replaced ? Optional.of(aside) : Optional.empty();
    }

    /** Writes down where the present database goes, unless an interrupted restoration already did. */
    private Path announced(Instant at) throws IOException {
        String noted = Files.exists(note)
                ? Files.readString(note, StandardCharsets.UTF_8).strip()
                : "";
        // Both there: the last restoration had ended but for its note, and what stands aside must not be replaced.
        if (!noted.isEmpty() && !(Files.exists(database) && Files.exists(database.resolveSibling(noted)))) {
            return database.resolveSibling(noted);
        }
        Path aside = beside(database, ".avant-" + STAMP.format(at));
        for (int i = 2; Files.exists(aside); i++) {
            aside = beside(database, ".avant-" + STAMP.format(at) + "-" + i);
        }
        Files.writeString(PrivateFiles.file(note), aside.getFileName() + "\n", StandardCharsets.UTF_8);
        PrivateFiles.flush(note);
        PrivateFiles.flushNames(note);
        return aside;
    }

    /** Moves the database with SQLite's files beside it, so that it opens under its new name as it was. */
    private boolean setAside(Path aside) throws IOException {
        List<String> suffixes = new ArrayList<>(List.of(""));
        suffixes.addAll(CopyOnDisk.COMPANIONS);
        // Said of the database that leaves; the one that comes gets its own.
        suffixes.add(RelocationNote.SUFFIX);
        boolean any = Files.exists(aside);
        for (String suffix : suffixes) {
            Path present = beside(database, suffix);
            if (Files.exists(present)) {
                Files.move(present, beside(aside, suffix), StandardCopyOption.ATOMIC_MOVE);
                any = true;
            }
        }
        return any;
    }

    private Path folder() {
        return Objects.requireNonNull(database.getParent(), "a file stands in a folder");
    }

    private long size() {
        try {
            return Files.size(copy);
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
