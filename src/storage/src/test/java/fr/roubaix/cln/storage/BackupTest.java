package fr.roubaix.cln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BackupTest {

    private static final Instant AT = Instant.parse("2026-11-22T03:06:39.123Z");

    @TempDir
    Path folder;

    private Path file;
    private Path target;
    private Database database;
    private JdbcTemplate jdbc;

    @BeforeEach
    void open() {
        file = folder.resolve("donnees/essai.db");
        target = folder.resolve("sauvegardes/essai.db");
        database = opened();
        jdbc = database.template();
    }

    private Database opened() {
        var opened = Database.sqlite(file);
        opened.migrate("db/essai");
        return opened;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_backup_is_one_private_file_described_as_it_is() throws Exception {
        insert(1);
        var backup = database.backup(target, AT, BackupTest::count);
        assertThat(backup.read()).isEqualTo(1);
        assertThat(backup.at()).isEqualTo(AT);
        assertThat(backup.bytes()).isEqualTo(Files.size(target)).isPositive();
        assertThat(backup.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(target))));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
        assertThat(files(target.getParent())).containsExactly(target);
    }

    @Test
    void a_backup_made_while_others_write_holds_whole_transactions_and_everything_committed_before() throws Exception {
        var write = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        var committed = new AtomicLong();
        var enough = new AtomicBoolean();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writing = threads.submit(() -> {
                for (int i = 0; !enough.get(); i += 10) {
                    int first = i;
                    write.executeWithoutResult(_ -> {
                        for (int k = first; k < first + 10; k++) {
                            insert(k);
                        }
                    });
                    committed.set(first + 10);
                }
            });
            try {
                while (committed.get() < 200 && !writing.isDone()) {
                    Thread.onSpinWait();
                }
                for (int i = 0; i < 5; i++) {
                    long before = committed.get();
                    int held = database.backup(target, AT, BackupTest::count).read();
                    assertThat(held % 10).isZero();
                    assertThat(held).isGreaterThanOrEqualTo((int) before);
                }
            } finally {
                enough.set(true);
            }
            writing.get();
        }
    }

    @Test
    void what_the_caller_refuses_to_read_is_not_kept() throws Exception {
        assertThatThrownBy(() -> database.backup(target, AT, _ -> {
                    throw new IllegalStateException("the heads are not there");
                }))
                .hasMessage("the heads are not there");
        assertThat(files(target.getParent())).isEmpty();
    }

    @Test
    void a_caller_cannot_write_in_a_backup() {
        assertThatThrownBy(() -> database.backup(
                        target, AT, copy -> copy.sql("DELETE FROM essai").update()))
                .isInstanceOf(Exception.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void a_copy_that_lost_a_reference_is_refused_and_the_older_one_stays() throws Exception {
        insert(1);
        byte[] older = read(database.backup(target, AT, BackupTest::count).file());
        jdbc.execute("CREATE TABLE enfant (cle TEXT NOT NULL REFERENCES essai (cle))");
        try (var raw = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = raw.createStatement()) {
            statement.execute("PRAGMA foreign_keys = 0");
            statement.execute("INSERT INTO enfant VALUES ('personne')");
        }
        assertThatThrownBy(() -> database.backup(target, AT, BackupTest::count))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("n’a pas passé sa vérification");
        assertThat(read(target)).isEqualTo(older);
        assertThat(files(target.getParent())).containsExactly(target);
    }

    @Test
    void what_a_power_cut_left_is_removed_by_the_next_backup() throws Exception {
        Files.createDirectories(target.getParent());
        for (String left : List.of("essai.db.en-cours", "essai.db.en-cours-journal")) {
            Files.writeString(target.resolveSibling(left), "half");
        }
        database.backup(target, AT, BackupTest::count);
        assertThat(files(target.getParent())).containsExactly(target);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws Exception {
        Path obstacle = Files.writeString(folder.resolve("fichier"), "");
        assertThatThrownBy(() -> database.backup(obstacle.resolve("essai.db"), AT, BackupTest::count))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("ne permet pas l’écriture");
    }

    @Test
    void a_backup_never_takes_the_place_of_its_database() {
        assertThatThrownBy(() -> database.backup(file, AT, BackupTest::count))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_restored_database_holds_the_copy_and_the_other_one_stands_aside_as_it_was() {
        insert(1);
        var backup = database.backup(target, AT, BackupTest::count);
        insert(2);
        database.close();
        var restored = Database.restore(
                backup.file(),
                file,
                AT,
                copy -> copy.sql("INSERT INTO essai VALUES (?, 9, x'')")
                        .param("marque")
                        .update());
        assertThat(restored.marked()).isEqualTo(1);
        assertThat(keys(file)).containsExactly("1", "marque");
        assertThat(keys(restored.aside().orElseThrow())).containsExactly("1", "2");
        assertThat(restored.aside().orElseThrow().getFileName()).hasToString("essai.db.avant-20261122T030639Z");
    }

    @Test
    void the_journal_of_a_killed_program_goes_aside_with_its_database() throws Exception {
        insert(1);
        var backup = database.backup(target, AT, BackupTest::count);
        insert(2);
        Path killed = folder.resolve("autre/essai.db");
        Files.createDirectories(killed.getParent());
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.copy(beside(file, suffix), beside(killed, suffix));
        }
        var restored = Database.restore(backup.file(), killed, AT, _ -> true);
        assertThat(keys(killed)).containsExactly("1");
        assertThat(keys(restored.aside().orElseThrow())).containsExactly("1", "2");
    }

    @Test
    void two_restorations_in_the_same_second_keep_both_databases() {
        var backup = database.backup(target, AT, BackupTest::count);
        database.close();
        var first = Database.restore(backup.file(), file, AT, _ -> true).aside().orElseThrow();
        var second =
                Database.restore(backup.file(), file, AT, _ -> true).aside().orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(first).exists();
        assertThat(second).exists();
    }

    @Test
    void a_database_that_was_lost_whole_is_restored() {
        var backup = database.backup(target, AT, BackupTest::count);
        Path lost = folder.resolve("neuf/essai.db");
        assertThat(Database.restore(backup.file(), lost, AT, _ -> true).aside()).isEmpty();
        assertThat(keys(lost)).isEmpty();
    }

    @Test
    void a_restoration_is_refused_while_the_database_is_open() {
        insert(1);
        var backup = database.backup(target, AT, BackupTest::count);
        insert(2);
        assertThatThrownBy(() -> Database.restore(backup.file(), file, AT, _ -> true))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("Arrêtez-le");
        assertThat(keys(file)).containsExactly("1", "2");
    }

    @Test
    void a_damaged_copy_is_refused_and_nothing_moves() throws Exception {
        jdbc.update("INSERT INTO essai VALUES ('lourd', 1, zeroblob(400000))");
        Path copy = database.backup(target, AT, BackupTest::count).file();
        database.close();
        byte[] before = read(file);
        try (var damaged = new RandomAccessFile(copy.toFile(), "rw")) {
            damaged.seek(damaged.length() / 2);
            damaged.write(new byte[4096]);
        }
        assertRefused(copy, "abîmée");
        Files.write(copy, new byte[5_000]);
        assertRefused(copy, "abîmée");
        Files.delete(copy);
        assertRefused(copy, "n’existe pas");
        assertThat(read(file)).isEqualTo(before);
        assertThat(files(file.getParent())).containsExactlyInAnyOrder(file, beside(file, ".verrou"));
    }

    @Test
    void the_copy_of_another_program_is_refused_by_the_mark_it_cannot_take() throws Exception {
        Path copy = database.backup(target, AT, BackupTest::count).file();
        database.close();
        assertThatThrownBy(() -> Database.restore(
                        copy,
                        file,
                        AT,
                        other -> other.sql("UPDATE hub_life SET epoch = ''").update()))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining("n’est pas une sauvegarde");
        assertThat(files(file.getParent())).containsExactlyInAnyOrder(file, beside(file, ".verrou"));
    }

    @Test
    void a_restoration_cut_short_keeps_the_database_closed_until_it_is_done_again() throws Exception {
        insert(1);
        Path copy = database.backup(target, AT, BackupTest::count).file();
        insert(2);
        Path cut = folder.resolve("coupe/essai.db");
        Files.createDirectories(cut.getParent());
        Path aside = beside(cut, ".avant-20261121T000000Z");
        // As a power cut leaves it: the database stands aside, its journal not yet, the copy nowhere.
        Files.copy(file, aside);
        Files.copy(beside(file, "-wal"), beside(cut, "-wal"));
        Files.writeString(beside(cut, ".restauration"), aside.getFileName() + "\n");
        assertThatThrownBy(() -> Database.sqlite(cut))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("interrompue");
        assertThat(cut).doesNotExist();
        assertThat(Database.restore(copy, cut, AT, _ -> true).aside()).contains(aside);
        assertThat(keys(cut)).containsExactly("1");
        assertThat(keys(aside)).containsExactly("1", "2");
    }

    @Test
    void a_restoration_cut_at_its_very_end_keeps_what_stands_aside() throws Exception {
        insert(1);
        Path copy = database.backup(target, AT, BackupTest::count).file();
        database.close();
        Path aside = Database.restore(copy, file, AT, _ -> true).aside().orElseThrow();
        byte[] first = read(aside);
        Files.writeString(beside(file, ".restauration"), aside.getFileName() + "\n");
        assertThat(Database.restore(copy, file, AT, _ -> true).aside())
                .isPresent()
                .get()
                .isNotEqualTo(aside);
        assertThat(read(aside)).isEqualTo(first);
        assertThat(keys(file)).containsExactly("1");
    }

    @Test
    void old_backups_go_and_the_newest_stays_however_old_it_is() throws Exception {
        var backups = new BackupFolder(folder.resolve("suite"), "hub");
        assertThat(backups.stored()).isEmpty();
        for (int day : List.of(0, 10, 29, 30, 31)) {
            backups.take(database, AT.plus(Duration.ofDays(day)), _ -> true);
        }
        Path foreign = Files.writeString(folder.resolve("suite/hub-notes.db"), "");
        Instant now = AT.plus(Duration.ofDays(40));
        assertThat(backups.prune(Duration.ofDays(30), now))
                .extracting(BackupFolder.Stored::at)
                .containsExactly(AT.plus(Duration.ofDays(10)), AT);
        assertThat(backups.prune(Duration.ofDays(30), now.plus(Duration.ofDays(3650))))
                .hasSize(2);
        assertThat(backups.stored()).extracting(BackupFolder.Stored::at).containsExactly(AT.plus(Duration.ofDays(31)));
        assertThat(foreign).exists();
    }

    @Test
    void a_backup_made_while_the_clock_was_years_ahead_neither_hides_nor_removes_the_others() {
        var backups = new BackupFolder(folder.resolve("suite"), "hub");
        Duration month = Duration.ofDays(30);
        for (int day : List.of(0, 1, 30)) {
            backups.take(database, AT.plus(Duration.ofDays(day)), _ -> true);
        }
        Instant wrong = AT.plus(Duration.ofDays(4000));
        backups.take(database, wrong, _ -> true);
        assertThat(backups.prune(month, wrong)).as("when the clock leaps").isEmpty();
        Instant right = AT.plus(Duration.ofDays(41));
        assertThat(backups.newest(right)).map(BackupFolder.Stored::at).contains(AT.plus(Duration.ofDays(30)));
        backups.take(database, right, _ -> true);
        assertThat(backups.newest(right)).map(BackupFolder.Stored::at).contains(right);
        assertThat(backups.prune(month, right))
                .extracting(BackupFolder.Stored::at)
                .containsExactly(AT.plus(Duration.ofDays(1)), AT);
        assertThat(backups.stored())
                .extracting(BackupFolder.Stored::at)
                .containsExactly(wrong, right, AT.plus(Duration.ofDays(30)));
    }

    @Test
    void a_clock_a_year_ahead_for_days_removes_nothing_from_before_until_a_week_of_backups_is_there() throws Exception {
        var backups = suite(0, 1, 2);
        Duration month = Duration.ofDays(30);
        for (int night = 0; night < 6; night++) {
            Instant wrong = AT.plus(Duration.ofDays(365 + night));
            backups.take(database, wrong, _ -> true);
            assertThat(backups.prune(month, wrong)).isEmpty();
            assertThat(backups.leap(month, wrong))
                    .contains(new BackupFolder.Leap(AT.plus(Duration.ofDays(2)), AT.plus(Duration.ofDays(365))));
        }
        Instant right = AT.plus(Duration.ofDays(8));
        backups.take(database, right, _ -> true);
        assertThat(backups.prune(month, right)).as("back to the right time").isEmpty();
        assertThat(backups.leap(month, right)).isEmpty();
        assertThat(backups.stored()).hasSize(10);
        Instant seventh = AT.plus(Duration.ofDays(371));
        backups.take(database, seventh, _ -> true);
        assertThat(backups.prune(month, seventh))
                .as("a clock that nobody corrects is the right one")
                .hasSize(4);
    }

    @Test
    void a_clock_a_year_late_removes_nothing_and_counts_no_backup_to_come_as_the_last() throws Exception {
        var backups = suite(365, 366, 367);
        Duration month = Duration.ofDays(30);
        for (int night = 0; night < 40; night++) {
            Instant late = AT.plus(Duration.ofDays(night));
            Files.createFile(backups.file(late));
            assertThat(backups.newest(late)).map(BackupFolder.Stored::at).contains(late);
            backups.prune(month, late);
        }
        assertThat(backups.stored())
                .extracting(BackupFolder.Stored::at)
                .contains(AT.plus(Duration.ofDays(365)), AT.plus(Duration.ofDays(367)))
                .as("those of the wrong year still go with their age")
                .hasSize(3 + 30);
        Instant right = AT.plus(Duration.ofDays(368));
        Files.createFile(backups.file(right));
        assertThat(backups.prune(month, right)).hasSize(0);
        assertThat(backups.newest(right)).map(BackupFolder.Stored::at).contains(right);
    }

    private BackupFolder suite(int... days) throws Exception {
        var backups = new BackupFolder(folder.resolve("suite"), "hub");
        for (int day : days) {
            backups.take(database, AT.plus(Duration.ofDays(day)), _ -> true);
        }
        return backups;
    }

    @Test
    void the_last_backup_stays_beside_one_from_the_future() {
        var backups = new BackupFolder(folder.resolve("suite"), "hub");
        backups.take(database, AT, _ -> true);
        backups.take(database, AT.plus(Duration.ofDays(4000)), _ -> true);
        assertThat(backups.prune(Duration.ofDays(30), AT.plus(Duration.ofDays(60))))
                .isEmpty();
        assertThat(backups.stored()).hasSize(2);
    }

    private void assertRefused(Path copy, String said) {
        assertThatThrownBy(() -> Database.restore(copy, file, AT, _ -> true))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageContaining(said);
    }

    private void insert(int rank) {
        jdbc.update("INSERT INTO essai VALUES (?, ?, ?)", Integer.toString(rank), rank, new byte[200]);
    }

    private List<String> keys(Path of) {
        database.close();
        try (var other = Database.sqlite(of)) {
            return other.template().queryForList("SELECT cle FROM essai ORDER BY cle", String.class);
        }
    }

    private static int count(JdbcClient client) {
        return client.sql("SELECT count(*) FROM essai").query(Integer.class).single();
    }

    private static byte[] read(Path path) throws IOException {
        return Files.readAllBytes(path);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
