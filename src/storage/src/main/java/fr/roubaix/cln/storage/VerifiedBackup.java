package fr.roubaix.cln.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteException;

import fr.roubaix.cln.storage.CopyOnDisk.DamagedException;

/**
 * Makes a copy under a temporary name beside its target, and gives it its name once it is on the disk and verified: a file
 * that bears the name of a backup is one.
 */
final class VerifiedBackup {

    private VerifiedBackup() {}

    static <T extends @Nullable Object> Backup<T> make(
            Snapshot snapshot, String migrations, Path target, Instant at, Function<JdbcClient, T> reading) {
        Path file = target.toAbsolutePath();
        if (snapshot.reads(file)) {
            throw new IllegalArgumentException("a backup does not take the place of its database");
        }
        Path folder = Objects.requireNonNull(file.getParent(), "a file stands in a folder");
        // Always the same name: what a power cut left there is removed by the next backup.
        var copy = new CopyOnDisk(file.resolveSibling(file.getFileName() + ".en-cours"));
        try {
            PrivateFiles.folder(folder);
            copy.delete();
            snapshot.into(PrivateFiles.file(copy.file()), migrations);
            PrivateFiles.flush(copy.file());
            T read = copy.verified(reading);
            var backup = new Backup<>(file, Files.size(copy.file()), copy.sha256(), at, read);
            Files.move(copy.file(), file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.flushNames(file);
            return backup;
        } catch (SQLException e) {
            throw e instanceof SQLiteException ? DiskRefusal.of(folder, snapshot.size(), e) : serverRefusal(e);
        } catch (IOException | FlywayException e) {
            throw DiskRefusal.of(folder, snapshot.size(), e);
        } catch (DamagedException e) {
            throw new BackupRefusedException(
                    "La sauvegarde « " + file
                            + " » n’a pas passé sa vérification et n’a pas été gardée. Vérifiez le disque ; si cela se"
                            + " répète, la base est abîmée : restaurez la dernière bonne sauvegarde.",
                    e);
        } finally {
            discard(copy);
        }
    }

    private static BackupRefusedException serverRefusal(SQLException cause) {
        return new BackupRefusedException(
                "Le serveur PostgreSQL n’a pas répondu jusqu’au bout : la sauvegarde n’a pas été gardée. Vérifiez le"
                        + " serveur, puis recommencez.",
                cause);
    }

    private static void discard(CopyOnDisk copy) {
        try {
            copy.delete();
        } catch (IOException e) {
            // The disk is gone or read-only, and the refusal under way says so; the next backup removes it.
        }
    }
}
