package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
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

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.storage.Database;

/** What is left of a destroyed key in the files of its database. */
@ParameterizedClass
@EnumSource(Databases.class)
class TracesDesClesTest {

    private static final Instant AT = Instant.parse("2027-05-20T08:00:00Z");
    private static final PersonneId AMEL = new PersonneId("AMEL");
    private static final byte[] KEY = "la clé enveloppée d’Amel, qui doit disparaître".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "celle de Bob, qui reste".getBytes(StandardCharsets.UTF_8);

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private Database database;
    private ClesDesPersonnes cles;

    @BeforeEach
    void two_people() {
        database = databases == Databases.SQLITE
                ? Database.sqlite(folder.resolve("cles.db"))
                : Database.postgres(PostgresServer.newAddress(), "cles");
        cles = new ClesDesPersonnes(database, Clock.fixed(AT, ZoneOffset.UTC));
        cles.ecrire(Map.of(AMEL, KEY, new PersonneId("BOB"), OTHER), Set.of(), AT);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_destroyed_key_is_in_no_file_and_that_is_noted() throws Exception {
        assertThat(holds(KEY)).as("it is looked for in the right place").isTrue();
        cles.detruire(AMEL, AT);
        assertThat(holds(KEY)).isFalse();
        assertThat(holds(OTHER)).isTrue();
        assertThat(cles.avecTraces()).isEmpty();
        assertThat(notedAt()).contains(AT.toEpochMilli());
    }

    @Test
    void a_key_wrapped_again_leaves_its_old_wrapping_in_no_file() throws Exception {
        byte[] anew = "la même clé, enveloppée autrement, plus tard".getBytes(StandardCharsets.UTF_8);
        cles.renouveler((person, _) -> person.equals(AMEL) ? Optional.of(anew) : Optional.empty());
        assertThat(holds(KEY)).isFalse();
        assertThat(holds(anew)).isTrue();
    }

    @Test
    void whoever_reads_meanwhile_only_delays_it_and_the_next_try_notes_it() throws Exception {
        if (databases == Databases.POSTGRES) {
            return;
        }
        try (var reader = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("cles.db"));
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT count(*) FROM cle_de_personne").close();
            cles.detruire(AMEL, AT);
            assertThat(cles.etats(List.of(AMEL)).get(AMEL)).isInstanceOf(ClesDesPersonnes.Etat.Effacee.class);
            assertThat(holds(KEY))
                    .as("the reader still needs the page as it was")
                    .isTrue();
            assertThat(cles.avecTraces()).containsExactly(AMEL);
            assertThat(notedAt()).isEmpty();
        }
        cles.enleverLesTraces();
        assertThat(holds(KEY)).isFalse();
        assertThat(cles.avecTraces()).isEmpty();
        assertThat(notedAt()).contains(AT.toEpochMilli());
    }

    private Optional<Long> notedAt() {
        return Optional.ofNullable(database.template()
                .queryForObject("SELECT hors_du_disque_le FROM effacement WHERE personne = 'AMEL'", Long.class));
    }

    /** Whether one of the files holds these bytes: every file of the folder, or that of the table. */
    private boolean holds(byte[] bytes) throws IOException {
        String looked = HexFormat.of().formatHex(bytes);
        return files().values().stream()
                .anyMatch(file -> HexFormat.of().formatHex(file).contains(looked));
    }

    private Map<String, byte[]> files() throws IOException {
        var contents = new HashMap<String, byte[]>();
        if (databases == Databases.SQLITE) {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    contents.put(file.toString(), Files.readAllBytes(file));
                }
            }
            return contents;
        }
        database.template().execute("CHECKPOINT");
        contents.put(
                "cle_de_personne",
                database.template()
                        .queryForObject(
                                "SELECT pg_read_binary_file(pg_relation_filepath('cle_de_personne'))", byte[].class));
        return contents;
    }
}
