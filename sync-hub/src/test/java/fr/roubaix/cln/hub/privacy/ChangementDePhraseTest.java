package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.PostgresServer;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;

/** The phrase of a stopped hub is changed by somebody who knows the one before. */
class ChangementDePhraseTest {

    private static final String OLD = "cinq mots pris au hasard";
    private static final String NEW = "cinq autres mots, encore au hasard";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-05-20T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private byte[] before;

    @BeforeEach
    void a_stopped_hub() throws Exception {
        try (var hub = Database.sqlite(folder.resolve("hub.db"))) {
            hub.migrate("db/migration");
        }
        under(OLD).readOrCreate();
        before = Files.readAllBytes(file());
    }

    @Test
    void the_same_keys_open_with_the_new_phrase_alone_and_what_follows_is_said() throws Exception {
        Files.writeString(folder.resolve("trousseau.phrase"), OLD + "\n");
        String keys = under(OLD).contenu().empreinte();
        assertThat(typing(OLD, NEW, NEW)).as(said()).isZero();
        assertThat(under(NEW).contenu().empreinte()).isEqualTo(keys);
        assertThatThrownBy(() -> under(OLD).contenu()).isInstanceOf(PhraseRefuseeException.class);
        assertThat(said())
                .contains("Avant de relancer", "Exports déjà faits", "ils gardent l’ancienne phrase")
                .contains("trousseau.phrase", "a été supprimé")
                .doesNotContain(OLD, NEW);
        assertThat(folder.resolve("trousseau.phrase")).doesNotExist();
        assertThat(acts()).containsExactly("commande trousseau phrase PHRASE_CHANGEE trousseau");
        // An export made before opens with the phrase of that day, and no longer counts as taken away.
        var export = TrousseauProtege.lire(before);
        assertThat(export.ouvrir(export.derivation().cle(PhraseDePasse.de(OLD))).empreinte())
                .isEqualTo(keys);
        assertThat(TrousseauFile.empreinte(under(NEW).contenu(), export.derivation()))
                .isNotEqualTo(under(NEW).empreinte());
    }

    @Test
    void whoever_does_not_know_the_old_one_changes_nothing() throws Exception {
        assertThat(typing("une autre phrase de passe", NEW, NEW)).isEqualTo(1);
        assertThat(said()).contains("n’est pas celle", "Rien n’a été changé");
        assertUntouched();
    }

    @Test
    void a_short_phrase_and_two_that_differ_are_refused() throws Exception {
        assertThat(typing(OLD, "azerty", "azerty")).isEqualTo(1);
        assertThat(said()).contains("trop courte", "Rien n’a été changé");
        assertThat(typing(OLD, NEW, NEW + ".")).isEqualTo(1);
        assertThat(said()).contains("diffèrent");
        assertThat(typing(OLD)).isEqualTo(1);
        assertThat(said()).contains("--nouvelle-fichier");
        assertUntouched();
    }

    @Test
    void a_hub_at_work_is_refused_and_so_is_a_folder_without_keys() throws Exception {
        try (var _ = Database.sqlite(folder.resolve("hub.db"))) {
            assertThat(typing(OLD, NEW, NEW)).isEqualTo(1);
        }
        assertUntouched();
        Files.delete(file());
        assertThat(typing(OLD, NEW, NEW)).isEqualTo(1);
        assertThat(said()).contains("Il n’y a pas de fichier de clés");
        Files.write(file(), Arrays.copyOf(before, before.length - 10));
        assertThat(typing(OLD, NEW, NEW)).isEqualTo(1);
        assertThat(said()).contains("Rien n’a été changé");
    }

    @Test
    void both_may_come_from_files_and_the_line_goes_to_the_base_on_a_server() throws Exception {
        Path old = Files.writeString(folder.resolve("ancienne"), OLD);
        Path anew = Files.writeString(folder.resolve("nouvelle"), NEW + "\n");
        var address = PostgresServer.newDatabase();
        try (var hub = Database.postgres(PostgresAddress.parse(address))) {
            hub.migrate("db/migration");
            assertThat(command(
                            List.of(
                                    "--dossier",
                                    folder.toString(),
                                    "--phrase-fichier",
                                    old.toString(),
                                    "--nouvelle-fichier",
                                    anew.toString()),
                            Map.of("CLN_BASE", address)))
                    .as(said())
                    .isZero();
            assertThat(acts(hub)).containsExactly("commande trousseau phrase PHRASE_CHANGEE trousseau");
        }
        assertThat(under(NEW).contenu().paires()).hasSize(1);
    }

    private void assertUntouched() throws Exception {
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(acts()).isEmpty();
    }

    private int typing(String... typed) {
        return command(List.of("--dossier", folder.toString()), Map.of(), typed);
    }

    private int command(List<String> args, Map<String, String> environment, String... typed) {
        said.reset();
        var keyboard = new ArrayDeque<>(List.of(typed));
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new ChangementDePhrase(out, out, _ -> Optional.ofNullable(keyboard.poll()), CLOCK)
                .run(args, environment);
    }

    private List<String> acts() {
        try (var hub = Database.sqlite(folder.resolve("hub.db"))) {
            return acts(hub);
        }
    }

    private static List<String> acts(Database hub) {
        return JdbcClient.create(hub.template())
                .sql("SELECT auteur || ' ' || acte || ' ' || objet FROM registre ORDER BY numero")
                .query(String.class)
                .list();
    }

    private TrousseauFile under(String phrase) {
        return TrousseauFile.dans(folder, PhraseDePasse.de(phrase), 256);
    }

    private Path file() {
        return folder.resolve("trousseau");
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
