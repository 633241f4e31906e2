package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.hub.privacy.CoffreDesPersonnes.Lecture;
import fr.roubaix.cln.storage.Database;

/** Two databases that do not commit together: a fault between any two steps, on both of them. */
@ParameterizedClass
@EnumSource(Databases.class)
class CoffreParPersonneTest {

    private static final PersonneId AMEL = new PersonneId("AMEL");
    private static final byte[] NAME = "Amel Benali".getBytes(StandardCharsets.UTF_8);
    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private Database keys;
    private ClesDesPersonnes cles;
    private CoffreParPersonne coffre;

    @BeforeEach
    void open() {
        jdbc = databases.without();
        jdbc.sql("DROP TABLE IF EXISTS dossier_d_essai").update();
        jdbc.sql("CREATE TABLE dossier_d_essai (code TEXT PRIMARY KEY, identite TEXT NOT NULL)")
                .update();
        transaction = new TransactionTemplate(new JdbcTransactionManager(databases.dataSource()));
        keys = databases == Databases.SQLITE
                ? Database.sqlite(folder.resolve("cles.db"))
                : Database.postgres(PostgresServer.newAddress(), "cles");
        cles = new ClesDesPersonnes(keys, Clock.fixed(AT, ZoneOffset.UTC));
        coffre = new CoffreParPersonne(
                cles, new Scellement(Contenu.nouvelleMaitresse().toArray()), Clock.fixed(AT, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        jdbc.sql("DROP TABLE dossier_d_essai").update();
        keys.close();
    }

    @Test
    void what_was_sealed_opens_for_that_person_alone() {
        store(NAME);
        assertThat(read()).isEqualTo(new String(NAME, StandardCharsets.UTF_8));
        assertThat(coffre.ouvrir(new PersonneId("BOB"), record().orElseThrow())).isInstanceOf(Lecture.Illisible.class);
        byte[] altered = record().orElseThrow();
        altered[altered.length - 1] ^= 1;
        assertThat(coffre.ouvrir(AMEL, altered)).isInstanceOf(Lecture.Illisible.class);
    }

    @Test
    void a_fault_before_the_key_is_written_leaves_neither_key_nor_record() {
        keys.template().execute("ALTER TABLE cle_de_personne RENAME TO ailleurs");
        assertThatThrownBy(() -> store(NAME)).isInstanceOf(IllegalStateException.class);
        keys.template().execute("ALTER TABLE ailleurs RENAME TO cle_de_personne");
        assertThat(record()).isEmpty();
        assertThat(cles.toutes()).isEmpty();
        store(NAME);
        assertThat(read()).isEqualTo("Amel Benali");
    }

    @Test
    void a_fault_at_the_write_of_the_key_takes_the_record_with_it() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    insert(coffre.sceller(AMEL, NAME).orElseThrow());
                    dropTheKeys();
                }))
                .hasMessageContaining("keys of people cannot be");
        assertThat(record()).isEmpty();
    }

    @Test
    void a_fault_between_the_key_and_the_record_leaves_a_key_that_the_next_delivery_uses_and_time_collects() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    insert(coffre.sceller(AMEL, NAME).orElseThrow());
                    cles.ecrire(Map.of(), Set.of(), AT);
                    failAtCommit();
                }))
                .hasMessage("the power failed");
        assertThat(record()).isEmpty();
        assertThat(cles.toutes()).containsExactly(AMEL);
        var orphan = cles.etats(List.of(AMEL)).get(AMEL);
        store(NAME);
        assertThat(read()).isEqualTo("Amel Benali");
        assertThat(cles.etats(List.of(AMEL)).get(AMEL))
                .usingRecursiveComparison()
                .isEqualTo(orphan);
        Instant later = AT.plus(Duration.ofDays(33));
        assertThat(coffre.oublier(later, personnes -> personnes)).isZero();
        assertThat(coffre.oublier(AT, _ -> List.of())).isZero();
        assertThat(coffre.oublier(later, _ -> List.of())).isEqualTo(1);
    }

    @Test
    void a_key_that_another_instance_wrote_meanwhile_makes_the_batch_come_again() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    insert(coffre.sceller(AMEL, NAME).orElseThrow());
                    cles.ecrire(Map.of(AMEL, new byte[60]), Set.of(), AT);
                }))
                .isInstanceOf(CleConcurrenteException.class);
        assertThat(record()).isEmpty();
    }

    @Test
    void whoever_is_erased_while_delivered_again_is_not_brought_back() {
        store(NAME);
        byte[] before = record().orElseThrow();
        jdbc.sql("DELETE FROM dossier_d_essai").update();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    insert(coffre.sceller(AMEL, NAME).orElseThrow());
                    coffre.effacer(AMEL, AT);
                }))
                .isInstanceOf(CleConcurrenteException.class);
        transaction.executeWithoutResult(
                _ -> assertThat(coffre.sceller(AMEL, NAME)).isEmpty());
        assertThat(coffre.ouvrir(AMEL, before)).isEqualTo(new Lecture.Effacee(AT));
        assertThat(coffre.effacer(AMEL, AT.plusSeconds(60))).isEqualTo(AT);
    }

    @Test
    void no_column_of_the_keys_names_anybody() {
        store(NAME);
        var row = keys.template().queryForMap("SELECT * FROM cle_de_personne");
        assertThat(row.keySet()).containsExactlyInAnyOrder("personne", "cle", "vue_le");
        assertThat(row.values().toString()).doesNotContain("Benali");
    }

    /** On a connection of its own: with that of the transaction, writing keys would wait for it instead of failing. */
    private void dropTheKeys() {
        try (var connection = keys.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE cle_de_personne");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void failAtCommit() {
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new IllegalStateException("the power failed");
                    }
                });
    }

    private void store(byte[] name) {
        transaction.executeWithoutResult(_ -> insert(coffre.sceller(AMEL, name).orElseThrow()));
    }

    private void insert(byte[] sealed) {
        jdbc.sql("INSERT INTO dossier_d_essai (code, identite) VALUES (?, ?)")
                .params(AMEL.valeur(), HexFormat.of().formatHex(sealed))
                .update();
    }

    private Optional<byte[]> record() {
        return jdbc.sql("SELECT identite FROM dossier_d_essai")
                .query(String.class)
                .optional()
                .map(HexFormat.of()::parseHex);
    }

    private String read() {
        return switch (coffre.ouvrir(AMEL, record().orElseThrow())) {
            case Lecture.Claire(var clear) -> new String(clear, StandardCharsets.UTF_8);
            case Lecture.Effacee _ -> "(effacée)";
            case Lecture.Illisible _ -> "(illisible)";
        };
    }
}
