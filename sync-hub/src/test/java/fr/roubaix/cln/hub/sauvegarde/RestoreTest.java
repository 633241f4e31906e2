package fr.roubaix.cln.hub.sauvegarde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.Database;

/** The command that puts a backup back, as an administrator meets it. */
class RestoreTest {

    private static final Instant NOW = Instant.parse("2027-05-20T08:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream refused = new ByteArrayOutputStream();

    @BeforeEach
    void aHubWithAnEpoch() {
        try (var database = open()) {
            JdbcClient.create(database.template())
                    .sql("INSERT INTO hub_life (single, epoch) VALUES (1, '00000000000000aa')")
                    .update();
        }
    }

    @Test
    void a_restored_hub_has_a_new_epoch_each_time_and_the_database_before_is_kept() throws IOException {
        Path copy = backup(NOW);
        assertThat(run(folder.toString(), copy.toString())).isZero();
        String first = epoch();
        assertThat(first).isNotEqualTo("00000000000000aa");
        assertThat(said()).contains("Candidatures    0", "Base remplacée", "Relancez le hub");
        assertThat(said()).doesNotContain("pas la sauvegarde la plus récente");
        assertThat(run(folder.toString(), copy.toString())).isZero();
        assertThat(epoch()).isNotIn(first, "00000000000000aa");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().contains(".avant-")))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void an_older_backup_is_restored_with_a_warning_that_names_the_newest() throws IOException {
        Path old = backup(NOW.minus(Duration.ofDays(1)));
        Path recent = backup(NOW);
        Path clockWasWrong = backup(NOW.plus(Duration.ofDays(4000)));
        assertThat(run(folder.toString())).isZero();
        assertThat(said()).containsSubsequence(clockWasWrong.toString(), recent.toString(), old.toString());
        assertThat(run(folder.toString(), old.toString())).isZero();
        assertThat(said()).contains("pas la sauvegarde la plus récente", recent.toString());
        assertThat(run(folder.toString(), recent.toString())).isZero();
        assertThat(said()).doesNotContain("pas la sauvegarde la plus récente");
    }

    @Test
    void a_hub_that_runs_a_copy_that_is_none_and_keys_of_another_hub_are_refused_and_nothing_changes()
            throws IOException {
        Path copy = backup(NOW);
        try (var _ = open()) {
            assertThat(run(folder.toString(), copy.toString())).isEqualTo(1);
        }
        assertThat(refused()).contains("est ouverte par un programme");
        Path nothing = Files.writeString(folder.resolve("rien.db"), "rien");
        assertThat(run(folder.toString(), nothing.toString())).isEqualTo(1);
        assertThat(refused()).contains("est abîmée, ou n’est pas une sauvegarde");
        try (var database = open()) {
            JdbcClient.create(database.template())
                    .sql("INSERT INTO trousseau_generation (numero, empreinte) VALUES (1, 'autre')")
                    .update();
        }
        Path sealed = backup(NOW.plusSeconds(60));
        assertThat(run(folder.toString(), sealed.toString())).isEqualTo(1);
        assertThat(refused()).contains("manque", "Rien n’a été remplacé");
        Files.writeString(folder.resolve("trousseau"), "cln-trousseau/1\n");
        assertThat(run(folder.toString(), sealed.toString())).isEqualTo(1);
        assertThat(refused()).contains("abîmé");
        assertThat(epoch()).isEqualTo("00000000000000aa");
    }

    @Test
    void where_the_hub_had_moved_to_postgresql_it_says_to_move_the_backup_too_and_nothing_opens_before()
            throws IOException {
        Path copy = backup(NOW);
        assertThat(run(folder.toString(), copy.toString())).isZero();
        assertThat(said()).doesNotContain("migrer");
        Files.writeString(folder.resolve("hub.db.deplacee"), "faite\nhier\npostgresql://serveur/cln\n");
        assertThat(run(folder.toString(), copy.toString())).isZero();
        assertThat(said())
                .contains("Arrêtez tous les hubs", "base PostgreSQL vide", "./cln migrer --dossier " + folder)
                .doesNotContain("Relancez le hub.");
        assertThatThrownBy(this::open).hasMessageContaining("postgresql://serveur/cln");
    }

    @Test
    void without_a_folder_or_a_backup_it_says_what_to_give() {
        assertThat(run()).isEqualTo(1);
        assertThat(refused()).contains("./cln help");
        assertThat(run(folder.toString())).isEqualTo(1);
        assertThat(refused()).contains("aucune sauvegarde");
    }

    @Test
    void the_backup_of_the_night_is_due_once_its_hour_has_passed_since_the_last_one() {
        var heure = LocalTime.of(2, 30);
        // In Roubaix it is ten in the morning.
        assertThat(SauvegardesDuHub.due(Optional.empty(), NOW, heure)).isTrue();
        assertThat(SauvegardesDuHub.due(Optional.of(Instant.parse("2027-05-20T00:29:59Z")), NOW, heure))
                .isTrue();
        assertThat(SauvegardesDuHub.due(Optional.of(Instant.parse("2027-05-20T00:30:00Z")), NOW, heure))
                .isFalse();
        Instant beforeTheHour = Instant.parse("2027-05-20T00:10:00Z");
        assertThat(SauvegardesDuHub.due(Optional.of(Instant.parse("2027-05-19T00:40:00Z")), beforeTheHour, heure))
                .isFalse();
        assertThat(SauvegardesDuHub.due(Optional.of(Instant.parse("2027-05-18T23:00:00Z")), beforeTheHour, heure))
                .isTrue();
    }

    private int run(String... args) {
        said.reset();
        refused.reset();
        var restaurer = new Restaurer(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                new PrintStream(refused, true, StandardCharsets.UTF_8),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return restaurer.run(args);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private String refused() {
        return refused.toString(StandardCharsets.UTF_8);
    }

    private Database open() {
        var database = Database.sqlite(folder.resolve("hub.db"));
        database.migrate("db/migration");
        return database;
    }

    private Path backup(Instant at) {
        try (var database = open()) {
            return new BackupFolder(folder.resolve(SauvegardesDuHub.DOSSIER), SauvegardesDuHub.NOM)
                    .take(database, at, _ -> true)
                    .file();
        }
    }

    private String epoch() {
        try (var database = open()) {
            return JdbcClient.create(database.template())
                    .sql("SELECT epoch FROM hub_life")
                    .query(String.class)
                    .single();
        }
    }
}
