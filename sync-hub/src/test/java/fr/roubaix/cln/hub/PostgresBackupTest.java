package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.storage.Database;

/** A hub on PostgreSQL makes the same backups as any other: one verified SQLite file, which comes back. */
class PostgresBackupTest {

    private static final Instant AT = Instant.parse("2026-11-22T03:06:39.123Z");

    @TempDir
    private Path folder;

    private Path target;
    private Database database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        target = folder.resolve("hub.db");
        database = Database.postgres(PostgresServer.newAddress());
        database.migrate("db/migration");
        jdbc = database.template();
        jdbc.update(
                "INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (1, 'NORD', 'É', 'k', 1)");
        jdbc.update("INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (1, 'c', 0, 'h')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_backup_made_while_others_write_is_one_instant_and_covers_everything_committed_before() throws Exception {
        var write = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        var committed = new AtomicInteger();
        var enough = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writing = threads.submit(() -> {
                for (int i = 1; !enough.get(); i++) {
                    int seq = i;
                    write.executeWithoutResult(_ -> {
                        // Two tables that one instant must show together, in an order that a careless copy would miss.
                        jdbc.update("UPDATE kiosk_chain SET seq = ?", seq);
                        jdbc.update("INSERT INTO fact VALUES (?, 'h', 'CANDIDATURE', 1)", Integer.toString(seq));
                    });
                    committed.set(seq);
                }
            });
            try {
                while (committed.get() < 50 && !writing.isDone()) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 3; i++) {
                    int before = committed.get();
                    var backup = database.backup(target, AT, PostgresBackupTest::facts);
                    assertThat(backup.read()).isGreaterThanOrEqualTo(before);
                    assertThat(seqIn(backup.file())).isEqualTo(backup.read());
                }
            } finally {
                enough.set(true);
            }
            writing.get();
        }
    }

    @Test
    void a_backup_put_in_place_and_moved_to_a_new_server_is_the_same_hub() {
        jdbc.update("INSERT INTO hub_life (single, epoch) VALUES (1, 'a')");
        var backup = database.backup(folder.resolve("copie.db"), AT, PostgresBackupTest::facts);
        Database.restore(
                backup.file(),
                target,
                AT,
                copy -> copy.sql("UPDATE hub_life SET epoch = 'b'").update());
        var address = PostgresServer.newAddress();
        Database.relocate(target, address, "db/migration", AT, _ -> {});
        try (var restored = Database.postgres(address)) {
            restored.migrate("db/migration");
            assertThat(restored.template().queryForObject("SELECT name FROM kiosk", String.class))
                    .isEqualTo("É");
            assertThat(restored.template().queryForObject("SELECT epoch FROM hub_life", String.class))
                    .isEqualTo("b");
        }
    }

    @Test
    void a_backup_restored_where_the_hub_had_moved_away_does_not_open_before_it_is_moved_too() throws Exception {
        var backup = database.backup(folder.resolve("copie.db"), AT, PostgresBackupTest::facts);
        Database.restore(backup.file(), target, AT, _ -> true);
        Database.relocate(target, PostgresServer.newAddress(), "db/migration", AT, _ -> {});
        assertThatThrownBy(() -> Database.sqlite(target)).hasMessageContaining("déplacée");
        assertThat(Database.restore(backup.file(), target, AT, _ -> true).toRelocate())
                .isTrue();
        assertRestoredDoesNotOpen();
        assertThat(Database.restore(backup.file(), target, AT, _ -> true).toRelocate())
                .as("restored again")
                .isTrue();
        assertRestoredDoesNotOpen();
        var address = PostgresServer.newAddress();
        name("a\0b");
        assertThatThrownBy(() -> Database.relocate(target, address, "db/migration", AT, _ -> {}))
                .hasMessageContaining("rien n’a été gardé");
        assertRestoredDoesNotOpen();
        name("É");
        Database.relocate(target, address, "db/migration", AT, _ -> {});
        assertThatThrownBy(() -> Database.sqlite(target)).hasMessageContaining("déplacée");
    }

    private void assertRestoredDoesNotOpen() {
        assertThatThrownBy(() -> Database.sqlite(target))
                .hasMessageContaining("sauvegarde restaurée")
                .hasMessageContaining("./cln migrer");
    }

    /** Writes in the file as no hub can while it is to be moved. */
    private void name(String kiosk) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + target);
                var update = connection.prepareStatement("UPDATE kiosk SET name = ?")) {
            update.setString(1, kiosk);
            update.executeUpdate();
        }
    }

    @Test
    void what_is_refused_leaves_no_backup() throws Exception {
        Path backups = Files.createDirectories(folder.resolve("sauvegardes"));
        assertThatThrownBy(() -> database.backup(backups.resolve("hub.db"), AT, _ -> {
                    throw new IllegalStateException("not far enough");
                }))
                .hasMessage("not far enough");
        jdbc.execute("ALTER TABLE fact ADD COLUMN autre TEXT");
        assertThatThrownBy(() -> database.backup(backups.resolve("hub.db"), AT, PostgresBackupTest::facts))
                .isInstanceOf(BackupRefusedException.class);
        try (var files = Files.list(backups)) {
            assertThat(files).isEmpty();
        }
    }

    private static int facts(JdbcClient copy) {
        return copy.sql("SELECT count(*) FROM fact").query(Integer.class).single();
    }

    private static int seqIn(Path backup) {
        try (var copy = Database.sqlite(backup)) {
            var seq = copy.template().queryForObject("SELECT seq FROM kiosk_chain", Integer.class);
            return seq == null ? -1 : seq;
        }
    }
}
