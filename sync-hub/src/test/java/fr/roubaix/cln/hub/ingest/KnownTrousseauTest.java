package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.hub.privacy.Generation;
import fr.roubaix.cln.hub.privacy.PhraseDePasse;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.sync.HubKeys;

class KnownTrousseauTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_new_hub_makes_its_keys_once_and_finds_them_again(Databases databases) {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        var keys = known.readOrCreate();
        assertThat(known.readOrCreate().opening().sealingKey())
                .isEqualTo(keys.opening().sealingKey());
    }

    @ParameterizedTest
    @EnumSource
    void a_database_without_its_keys_refuses_to_start_and_makes_no_others(Databases databases) throws IOException {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        known.readOrCreate();
        Files.delete(file());
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("manque");
        assertThat(file()).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource
    void the_keys_of_another_hub_are_refused(Databases databases) throws IOException {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        known.readOrCreate();
        Files.delete(file());
        trousseau().readOrCreate();
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("n’est pas celui de cette base");
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_file_is_told_in_one_sentence_and_left_as_it_is(Databases databases) throws IOException {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        known.readOrCreate();
        Files.writeString(file(), "cln-trousseau/1\n");
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("abîmé");
        assertThat(file()).hasContent("cln-trousseau/1\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_a_power_cut_left_in_the_file_alone_is_completed_with_a_succession(Databases databases) {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        var before = known.readOrCreate();
        var trusted =
                new HubKeys(before.signing().verifyingKey(), before.opening().sealingKey());
        var pairs = new ArrayList<>(trousseau().read());
        pairs.add(Generation.generate());
        trousseau().write(pairs);
        var after = known.readOrCreate();
        assertThat(after.opening().sealingKey())
                .isEqualTo(pairs.getLast().opening().sealingKey());
        assertThat(trusted.follow(after.successions()))
                .isEqualTo(pairs.getLast().publics());
    }

    @ParameterizedTest
    @EnumSource
    void a_file_older_than_the_database_is_refused(Databases databases) throws IOException {
        var known = new KnownTrousseau(trousseau(), databases.without("trousseau_generation"), Clock.systemUTC());
        known.readOrCreate();
        byte[] old = Files.readAllBytes(file());
        var pairs = new ArrayList<>(trousseau().read());
        pairs.add(Generation.generate());
        trousseau().write(pairs);
        known.readOrCreate();
        Files.write(file(), old);
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("en retard");
    }

    private TrousseauFile trousseau() {
        return TrousseauFile.dans(folder, PhraseDePasse.de("phrase de passe des essais"), 256);
    }

    private Path file() {
        return folder.resolve("trousseau");
    }
}
