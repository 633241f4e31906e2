package fr.roubaix.cln.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SqliteDatabaseTest {

    @TempDir
    Path folder;

    private Database database;
    private JdbcTemplate jdbc;
    private TransactionTemplate write;
    private TransactionTemplate read;

    @BeforeEach
    void open() {
        database = Database.sqlite(folder.resolve("essai.db"));
        database.migrate("db/essai");
        jdbc = database.template();
        var manager = new JdbcTransactionManager(database.dataSource());
        write = new TransactionTemplate(manager);
        read = new TransactionTemplate(manager);
        read.setReadOnly(true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_settings_that_make_a_commit_durable_are_in_force() {
        assertThat(jdbc.queryForObject("PRAGMA journal_mode", String.class)).isEqualTo("wal");
        assertThat(jdbc.queryForObject("PRAGMA synchronous", Integer.class)).isEqualTo(2);
        assertThat(jdbc.queryForObject("PRAGMA foreign_keys", Integer.class)).isEqualTo(1);
    }

    @Test
    void a_taken_key_is_a_duplicate_key_whether_primary_or_unique() {
        insert("a", 1);
        assertThatThrownBy(() -> insert("a", 2)).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> insert("b", 1)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void another_broken_constraint_is_an_integrity_violation() {
        assertThatThrownBy(() -> jdbc.update("INSERT INTO essai VALUES (NULL, 1, x'00')"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .isNotInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void a_reader_is_not_kept_waiting_by_a_writer_and_sees_only_what_is_committed() throws Exception {
        var written = new CountDownLatch(1);
        var counted = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writing = threads.submit(() -> write.executeWithoutResult(_ -> {
                insert("a", 1);
                written.countDown();
                await(counted);
            }));
            await(written);
            assertThat(countAsReader()).isZero();
            counted.countDown();
            writing.get();
        }
        assertThat(countAsReader()).isEqualTo(1);
    }

    @Test
    void a_query_outside_any_transaction_is_not_kept_waiting_by_a_writer() throws Exception {
        var client = JdbcClient.create(jdbc);
        insert("a", 1);
        var written = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var writing = threads.submit(() -> write.executeWithoutResult(_ -> {
                insert("b", 2);
                written.countDown();
                await(read);
            }));
            await(written);
            try {
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                    assertThat(count()).isEqualTo(1);
                    assertThat(keys(client)).containsExactly("a");
                    try (var stream = client.sql("SELECT cle FROM essai").query(String.class).stream()) {
                        assertThat(stream).containsExactly("a");
                    }
                });
            } finally {
                read.countDown();
            }
            writing.get();
        }
        assertThat(keys(client)).containsExactly("a", "b");
    }

    @Test
    void a_query_inside_a_transaction_sees_what_that_transaction_wrote() {
        write.executeWithoutResult(_ -> {
            insert("a", 1);
            assertThat(keys(JdbcClient.create(jdbc))).containsExactly("a");
        });
    }

    @Test
    void a_query_that_would_write_outside_any_transaction_is_refused() {
        assertThatThrownBy(() -> jdbc.queryForList("INSERT INTO essai VALUES ('a', 1, x'00') RETURNING cle"))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(count()).isZero();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_it_creates_is_closed_to_other_users() throws Exception {
        Path created = folder.resolve("neuf/hub");
        try (var other = Database.sqlite(created.resolve("hub.db"))) {
            other.migrate("db/essai");
            other.template().update("INSERT INTO essai VALUES ('a', 1, x'00')");
            assertThat(permissions(created)).isEqualTo("rwx------");
            try (var files = Files.list(created)) {
                assertThat(files.toList())
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_file_that_others_could_read_is_closed_and_its_folder_left_as_it_is() throws Exception {
        database.close();
        Path file = folder.resolve("essai.db");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        open();
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void a_read_only_transaction_cannot_write() {
        assertThatThrownBy(() -> read.executeWithoutResult(_ -> insert("a", 1))).isInstanceOf(Exception.class);
        assertThat(count()).isZero();
    }

    @Test
    void a_second_program_on_the_same_file_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Database.sqlite(folder.resolve("essai.db")))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("déjà ouverte");
    }

    @Test
    void a_damaged_file_is_refused_with_a_sentence_and_left_as_it_is() throws Exception {
        Path damaged = folder.resolve("abime.db");
        byte[] noise = "ceci n’est pas une base de données, mais il y a de quoi lire"
                .repeat(50)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(damaged, noise);
        assertThatThrownBy(() -> Database.sqlite(damaged))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("abime.db");
        assertThat(Files.readAllBytes(damaged)).isEqualTo(noise);
    }

    @Test
    void a_schema_that_a_later_version_changed_is_refused_with_a_sentence() {
        jdbc.update(
                "INSERT INTO flyway_schema_history SELECT 2, '2', 'suite', 'SQL', 'V2__suite.sql', 0, 'essai', '2026-11-22 03:00:00.000', 1, 1");
        assertThatThrownBy(() -> database.migrate("db/essai"))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("version plus récente");
    }

    @Test
    void what_was_committed_is_there_after_closing_and_opening_again() {
        insert("a", 1);
        database.close();
        open();
        assertThat(jdbc.queryForList("SELECT cle FROM essai", String.class)).isEqualTo(List.of("a"));
    }

    private void insert(String key, int rank) {
        jdbc.update("INSERT INTO essai VALUES (?, ?, ?)", key, rank, new byte[] {1});
    }

    private static List<String> keys(JdbcClient client) {
        return client.sql("SELECT cle FROM essai ORDER BY cle")
                .query(String.class)
                .list();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Integer countAsReader() {
        return read.execute(_ -> count());
    }

    private Integer count() {
        return jdbc.queryForObject("SELECT count(*) FROM essai", Integer.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
