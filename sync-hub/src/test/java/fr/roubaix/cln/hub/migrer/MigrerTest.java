package fr.roubaix.cln.hub.migrer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.PostgresAddress;

class MigrerTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Path file;
    private String base;

    @BeforeEach
    void a_stopped_hub() {
        file = folder.resolve("hub.db");
        base = PostgresServer.newDatabase();
        try (var hub = Database.sqlite(file)) {
            hub.migrate("db/migration");
        }
    }

    @Test
    void fifty_thousand_applications_are_copied_compared_and_the_file_left_as_it_was() throws Exception {
        fill(50_000);
        byte[] before = Files.readAllBytes(file);
        assertThat(migrate()).as(said(err)).isZero();
        assertThat(said(out)).containsPattern("candidature : 50.000 lignes copiées et relues");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var copy = Database.postgres(PostgresAddress.parse(base))) {
            copy.migrate("db/migration");
            var jdbc = copy.template();
            for (String table : List.of("candidature", "envelope", "fact", "decision")) {
                assertThat(count(jdbc, table)).as(table).isEqualTo(50_000);
            }
            assertThat(jdbc.queryForObject("SELECT nom FROM compte", String.class))
                    .isEqualTo("Ada L’Éclusière 🌻");
            assertThatThrownBy(() -> jdbc.update("INSERT INTO decision (code, numero, etat, precisions, le, par)"
                            + " VALUES ('personne', 1, 'DEPOSEE', '', 1, 'ada')"))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void the_old_database_does_not_open_by_mistake_and_says_where_the_new_one_is() throws Exception {
        assertThat(migrate()).isZero();
        assertThatThrownBy(() -> Database.sqlite(file))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining(PostgresAddress.parse(base).toString())
                .hasMessageContaining("CLN_BASE");
        base = PostgresServer.newDatabase();
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("a été déplacée");
        Files.delete(folder.resolve("hub.db.deplacee"));
        Database.sqlite(file).close();
    }

    @Test
    void every_table_that_the_migrations_make_is_copied_without_being_named() throws Exception {
        fill(10);
        assertThat(migrate()).isZero();
        try (var copy = Database.postgres(PostgresAddress.parse(base));
                var source = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = source.createStatement();
                var tables = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'"
                        + " AND name NOT LIKE 'sqlite_%' AND name <> 'flyway_schema_history'")) {
            while (tables.next()) {
                String name = tables.getString(1);
                assertThat(count(copy.template(), name)).as(name).isEqualTo(rows(source, name));
            }
        }
    }

    @Test
    void a_target_that_holds_something_is_refused_and_keeps_it() {
        try (var used = Database.postgres(PostgresAddress.parse(base))) {
            used.template().execute("CREATE TABLE autre (mot TEXT)");
            used.template().execute("INSERT INTO autre VALUES ('là')");
            assertThat(migrate()).isEqualTo(1);
            assertThat(said(err)).contains("n’est pas vide (table « autre »)");
            assertThat(used.template().queryForList("SELECT mot FROM autre", String.class))
                    .containsExactly("là");
        }
        Database.sqlite(file).close();
    }

    @Test
    void a_copy_cut_short_opens_on_neither_side_and_is_done_again() throws Exception {
        fill(10);
        // As a power cut leaves both sides: the tables are there with what the migrations put in them, and no more.
        try (var target = Database.postgres(PostgresAddress.parse(base))) {
            target.migrate("db/migration");
            target.template().execute("CREATE SCHEMA cln_deplacement_en_cours");
            assertThatThrownBy(() -> target.migrate("db/migration"))
                    .isInstanceOf(DatabaseRefusedException.class)
                    .hasMessageContaining("./cln migrer");
        }
        Files.writeString(folder.resolve("hub.db.deplacee"), "en-cours\nhier\n" + PostgresAddress.parse(base) + "\n");
        assertThatThrownBy(() -> Database.sqlite(file))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("interrompu");
        assertThat(migrate()).as(said(err)).isZero();
        try (var copy = Database.postgres(PostgresAddress.parse(base))) {
            copy.migrate("db/migration");
            assertThat(count(copy.template(), "candidature")).isEqualTo(10);
        }
    }

    @Test
    void a_hub_that_runs_is_refused() {
        try (var _ = Database.sqlite(file)) {
            assertThat(migrate()).isEqualTo(1);
            assertThat(said(err)).contains("arrêtez le hub");
        }
        assertTargetIsBlank();
    }

    @Test
    void a_database_of_another_version_is_refused_and_the_target_left_blank() throws Exception {
        sqlite("DELETE FROM flyway_schema_history WHERE installed_rank ="
                + " (SELECT max(installed_rank) FROM flyway_schema_history)");
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("Démarrez une fois cette version du hub");
        assertTargetIsBlank();
    }

    @Test
    void what_the_target_cannot_hold_stops_the_copy_and_leaves_both_sides_as_they_were() throws Exception {
        fill(300);
        // PostgreSQL refuses this character in a text.
        sqlite("UPDATE candidature SET precisions = 'a' || char(0) || 'b' WHERE code = 'C250'");
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("rien n’a été gardé");
        assertTargetIsBlank();
        Database.sqlite(file).close();
    }

    @Test
    void a_damaged_file_an_absent_one_and_an_unreadable_address_are_refused() throws Exception {
        Files.write(file, new byte[5_000]);
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("est abîmée");
        Files.delete(file);
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("n’existe pas");
        base = "http://cln:secret@localhost/";
        assertThat(migrate()).isEqualTo(1);
        assertThat(said(err)).contains("ne se lit pas").doesNotContain("secret");
        assertThat(new Migrer(Clock.systemUTC(), print(out), print(err)).run(List.of(), Map.of()))
                .isEqualTo(2);
    }

    private int migrate() {
        return new Migrer(Clock.systemUTC(), print(out), print(err))
                .run(List.of("--dossier", folder.toString()), Map.of("CLN_BASE", base));
    }

    private void assertTargetIsBlank() {
        try (var blank = Database.postgres(PostgresAddress.parse(base))) {
            assertThat(blank.template()
                            .queryForList(
                                    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
                                    String.class))
                    .isEmpty();
        }
    }

    /** A call with this many applications, each with its envelope, its fact and one decision. */
    private void fill(int applications) throws SQLException {
        String each =
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + applications + ") ";
        sqlite(
                "INSERT INTO compte (identifiant, nom, mot_de_passe, cree_le, cree_par) VALUES ('ada', 'Ada L’Éclusière 🌻', '$argon2id$', 1, 'ada')",
                "INSERT INTO appel (id, titre, ouvre_le, jusqu_au, date_de_reference, tirage_le, lieu, ouvert_le, ouvert_par)"
                        + " VALUES ('2027', 'Appel', '2027-05-05', '2027-06-06', '2027-06-06', '2027-06-13', 'Mairie', 1, 'ada')",
                "INSERT INTO kiosk (number, mairie, name, public_key, enrolled_at) VALUES (1, 'NORD', 'Accueil', 'clé', 1)",
                "INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (1, 'c', " + applications + ", 'h')",
                each + "INSERT INTO envelope (kiosk, chain, seq, id, kind, at, offset_millis, key_id, hash, prev,"
                        + " payload_hash, outcome, received_at) SELECT 1, 'c', i, 'e' || i, 'CANDIDATURE', 1790000000000 + i,"
                        + " -3, 'k', hex(randomblob(32)), hex(randomblob(32)), hex(randomblob(32)), 'ACCEPTED', i FROM n",
                each + "INSERT INTO fact SELECT 'e' || i, hex(randomblob(32)), 'CANDIDATURE', i FROM n",
                each + "INSERT INTO candidature (code, envelope, appel, secteur, parite, mairie, deposee_le, recue_le,"
                        + " hors_delai, etat, precisions, identite) SELECT 'C' || i, 'e' || i, '2027', 'NORD', 'FEMMES', 'NORD',"
                        + " i, i, i % 2, 'DEPOSEE', 'é' || i, randomblob(300) FROM n",
                each + "INSERT INTO decision (code, numero, etat, precisions, le, par)"
                        + " SELECT 'C' || i, 1, 'RECEVABLE', '', i, 'ada' FROM n");
    }

    private void sqlite(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
            connection.commit();
        }
    }

    private static int count(JdbcTemplate jdbc, String table) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
        return count == null ? -1 : count;
    }

    private static int rows(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return rows.getInt(1);
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
