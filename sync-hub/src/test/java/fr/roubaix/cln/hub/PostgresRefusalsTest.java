package fr.roubaix.cln.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.PostgresAddress;

/** What the hub says of a PostgreSQL server that it cannot use. */
class PostgresRefusalsTest {

    private static final String SECRET = "Zz-Canari-9";

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate admin;

    @BeforeAll
    static void startServer() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
        admin = new JdbcTemplate(postgres.getPostgresDatabase());
        admin.execute("CREATE ROLE cln LOGIN PASSWORD '" + SECRET + "'");
        admin.execute("CREATE DATABASE cln OWNER cln ENCODING 'UTF8' TEMPLATE template0");
        admin.execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        // Until here the server trusted everybody of its own machine.
        String rules = admin.queryForObject("SHOW hba_file", String.class);
        admin.execute("COPY (SELECT 'host all postgres all trust' UNION ALL SELECT 'host all all all scram-sha-256')"
                + " TO '" + rules + "'");
        admin.execute("SELECT pg_reload_conf()");
    }

    @AfterAll
    static void stopServer() throws Exception {
        postgres.close();
    }

    @Test
    void a_good_address_opens_the_database_and_commits_durably_even_where_the_server_would_not() {
        try (var database = Database.postgres(address("cln", SECRET, "cln"))) {
            database.migrate("db/migration");
            assertThat(admin.queryForObject("SHOW synchronous_commit", String.class))
                    .isEqualTo("off");
            assertThat(database.template().queryForObject("SHOW synchronous_commit", String.class))
                    .isEqualTo("on");
        }
    }

    @Test
    void a_server_that_does_not_answer_is_told_with_its_address() throws Exception {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertRefused(
                "postgresql://cln:" + SECRET + "@localhost:" + closed + "/cln",
                "localhost:" + closed + " ne répond pas");
        assertRefused("postgresql://cln:" + SECRET + "@serveur.invalid/cln", "serveur.invalid:5432 ne répond pas");
    }

    @Test
    void a_wrong_password_a_missing_one_and_an_unknown_user_are_told_alike() {
        assertRefused(text("cln", SECRET + "x", "cln"), "refuse l’utilisateur « cln »");
        assertRefused(text("cln", "", "cln"), "refuse l’utilisateur « cln »");
        assertRefused(text("personne", SECRET, "cln"), "refuse l’utilisateur « personne »");
    }

    @Test
    void a_database_that_does_not_exist_is_told_with_how_to_create_it() {
        assertRefused(text("cln", SECRET, "autre"), "createdb -O cln -E UTF8 autre");
    }

    @Test
    void a_database_in_another_encoding_is_refused() {
        assertRefused(text("cln", SECRET, "latin"), "server_encoding vaut « LATIN1 »");
    }

    @Test
    void a_replica_or_any_database_that_only_reads_is_refused() {
        admin.execute("ALTER ROLE cln SET default_transaction_read_only = on");
        try {
            assertRefused(text("cln", SECRET, "cln"), "serveur principal");
        } finally {
            admin.execute("ALTER ROLE cln RESET default_transaction_read_only");
        }
    }

    @Test
    void a_user_who_may_not_create_tables_is_told() {
        admin.execute("CREATE ROLE lecteur LOGIN PASSWORD '" + SECRET + "'");
        assertRefused(text("lecteur", SECRET, "cln"), "créer des tables");
    }

    @Test
    void a_server_that_loses_data_in_a_power_cut_is_refused() {
        configure("full_page_writes", "off");
        try {
            assertRefused(text("cln", SECRET, "cln"), "Remettez « full_page_writes = on »");
        } finally {
            configure("full_page_writes", "on");
        }
    }

    private static void configure(String setting, String value) {
        admin.execute("ALTER SYSTEM SET " + setting + " = " + value);
        admin.execute("SELECT pg_reload_conf()");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (!value.equals(admin.queryForObject("SHOW " + setting, String.class))) {
                Thread.onSpinWait();
            }
        });
    }

    private static void assertRefused(String address, String said) {
        assertThatThrownBy(
                        () -> Database.postgres(PostgresAddress.parse(address)).close())
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining(SECRET)
                .satisfies(e -> assertThat(stack(e)).doesNotContain(SECRET));
    }

    private static String stack(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static PostgresAddress address(String user, String password, String database) {
        return PostgresAddress.parse(text(user, password, database));
    }

    private static String text(String user, String password, String database) {
        return "postgresql://" + user + ":" + password + "@localhost:" + postgres.getPort() + "/" + database;
    }
}
