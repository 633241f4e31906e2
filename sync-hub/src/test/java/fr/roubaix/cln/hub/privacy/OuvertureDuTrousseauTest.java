package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.sync.Bytes;

/** The file of keys and its phrase, as a hub meets them at its start. */
@ParameterizedClass
@EnumSource(Databases.class)
class OuvertureDuTrousseauTest {

    private static final Map<String, String> PHRASE = Map.of(PhraseDePasse.VARIABLE, "cinq mots pris au hasard");

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private JdbcClient jdbc;

    @BeforeEach
    void a_new_hub() {
        jdbc = databases.without("maitresse");
    }

    @Test
    void the_keys_are_made_once_under_the_phrase_and_nothing_of_them_lies_in_clear() throws IOException {
        var contenu = ouvrir(PHRASE).contenu();
        assertThat(ouvrir(PHRASE).contenu().empreinte()).isEqualTo(contenu.empreinte());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
        assertThat(Files.readString(file()))
                .startsWith("cln-trousseau/3\nargon2id 19 256 3 1 ")
                .doesNotContain(contenu.maitresse().base64url())
                .doesNotContain(
                        Bytes.of(contenu.paires().getFirst().opening().secret()).base64url());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void without_a_phrase_nothing_is_made_and_the_sentence_says_how_to_give_it_and_what_is_lost_without() {
        assertThatThrownBy(() -> ouvrir(Map.of()))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("CLN_TROUSSEAU_PHRASE")
                .hasMessageContaining("jamais sur la ligne de commande")
                .hasMessageContaining("rien ne peut le rouvrir");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void another_phrase_is_told_from_a_damaged_file_and_neither_changes_anything() throws IOException {
        ouvrir(PHRASE);
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> ouvrir(Map.of(PhraseDePasse.VARIABLE, "une tout autre phrase")))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("n’est pas celle")
                .hasMessageContaining("rien ne peut le rouvrir");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        byte[] damaged = before.clone();
        damaged[damaged.length - 20] ^= 1;
        Files.write(file(), damaged);
        assertThatThrownBy(() -> ouvrir(PHRASE)).hasMessageContaining("abîmé");
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void a_short_phrase_protects_nothing() {
        assertThatThrownBy(() -> ouvrir(Map.of(PhraseDePasse.VARIABLE, "azerty")))
                .hasMessageContaining("trop courte")
                .hasMessageContaining("12");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_phrase_comes_from_a_file_a_variable_or_a_credential_and_its_accents_may_be_written_in_two_ways()
            throws IOException {
        Path named = Files.writeString(folder.resolve("phrase"), "élève à l’école du nord\n");
        var kept = new OuvertureDuTrousseau(folder, jdbc, 256, Clock.systemUTC())
                .ouvrir(named.toString(), Map.of(), false);
        String decomposed = "e\u0301le\u0300ve a\u0300 l’e\u0301cole du nord";
        assertThat(ouvrir(Map.of(PhraseDePasse.VARIABLE, decomposed)).contenu().empreinte())
                .isEqualTo(kept.contenu().empreinte());
        Path credentials = Files.createDirectories(folder.resolve("credentials"));
        Files.copy(named, credentials.resolve(PhraseDePasse.CREDENTIAL));
        assertThat(ouvrir(Map.of("CREDENTIALS_DIRECTORY", credentials.toString()))
                        .contenu()
                        .empreinte())
                .isEqualTo(kept.contenu().empreinte());
    }

    @Test
    void a_hub_asked_to_make_a_phrase_makes_one_for_its_user_alone_finds_it_again_and_never_for_protected_keys()
            throws IOException {
        var made = new OuvertureDuTrousseau(folder, jdbc, 256, Clock.systemUTC()).ouvrir("", Map.of(), true);
        Path phrase = folder.resolve("trousseau.phrase");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(phrase)))
                .isEqualTo("rw-------");
        assertThat(ouvrir(Map.of()).contenu().empreinte())
                .isEqualTo(made.contenu().empreinte());
        Files.delete(phrase);
        assertThatThrownBy(
                        () -> new OuvertureDuTrousseau(folder, jdbc, 256, Clock.systemUTC()).ouvrir("", Map.of(), true))
                .hasMessageContaining("phrase de passe du trousseau manque");
        assertThat(phrase).doesNotExist();
    }

    @Test
    void keys_in_clear_of_the_first_two_versions_go_under_the_phrase_with_the_master_key_and_leave_no_trace()
            throws IOException {
        for (String version : List.of("cln-trousseau/1", "cln-trousseau/2")) {
            databases.without("maitresse");
            Files.deleteIfExists(file());
            var pair = Generation.generate();
            byte[] master = Contenu.nouvelleMaitresse().toArray();
            inClear(version, pair, master);
            var contenu = ouvrir(PHRASE).contenu();
            assertThat(contenu.paires()).extracting(Generation::empreinte).containsExactly(pair.empreinte());
            assertThat(contenu.maitresse()).isEqualTo(Bytes.of(master));
            assertThat(folder.resolve("trousseau-candidatures")).doesNotExist();
            assertThat(Files.readString(file())).startsWith("cln-trousseau/3");
        }
    }

    @Test
    void keys_in_clear_of_a_known_hub_without_their_master_key_are_refused_and_stay_as_they_are() throws IOException {
        inClear(
                "cln-trousseau/2",
                Generation.generate(),
                Contenu.nouvelleMaitresse().toArray());
        ouvrir(PHRASE);
        inClear(
                "cln-trousseau/2",
                Generation.generate(),
                Contenu.nouvelleMaitresse().toArray());
        Files.delete(folder.resolve("trousseau-candidatures"));
        String before = Files.readString(file());
        assertThatThrownBy(() -> ouvrir(PHRASE)).hasMessageContaining("trousseau-candidatures");
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void the_keys_of_another_database_or_none_are_refused_and_no_others_are_made() throws IOException {
        ouvrir(PHRASE);
        Files.delete(file());
        assertThatThrownBy(() -> ouvrir(PHRASE))
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("manque");
        assertThat(file()).doesNotExist();
        TrousseauFile.dans(folder, PhraseDePasse.de("cinq mots pris au hasard"), 256)
                .readOrCreate();
        assertThatThrownBy(() -> ouvrir(PHRASE)).hasMessageContaining("n’est pas celui de cette base");
    }

    @Test
    void parameters_that_a_forged_file_asks_for_are_bounded() {
        String salt = Bytes.of(new byte[16]).base64url();
        assertThat(Derivation.lire("argon2id 19 65536 3 1 " + salt)).isPresent();
        assertThat(Derivation.lire("argon2id 19 9999999 3 1 " + salt)).isEmpty();
        assertThat(Derivation.lire("argon2id 19 65536 9999 1 " + salt)).isEmpty();
        assertThat(Derivation.lire("argon2i 19 65536 3 1 " + salt)).isEmpty();
        assertThat(Derivation.lire("argon2id 19 65536 3 1 AAAA")).isEmpty();
    }

    private void inClear(String version, Generation pair, byte[] master) throws IOException {
        String words = String.join(
                version.endsWith("1") ? "\n" : " ",
                pair.opening().sealingKey().raw().base64url(),
                Bytes.of(pair.opening().secret()).base64url(),
                Bytes.of(pair.signing().pkcs8()).base64url());
        Files.writeString(file(), version + "\n" + words + "\n", StandardCharsets.US_ASCII);
        Files.writeString(
                folder.resolve("trousseau-candidatures"),
                Base64.getEncoder().encodeToString(master) + "\n",
                StandardCharsets.US_ASCII);
    }

    private TrousseauFile ouvrir(Map<String, String> environment) {
        return new OuvertureDuTrousseau(folder, jdbc, 256, Clock.systemUTC()).ouvrir("", environment, false);
    }

    private Path file() {
        return folder.resolve("trousseau");
    }
}
