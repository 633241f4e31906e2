package fr.roubaix.cln.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.storage.DatabaseRefusedException;

class KnownTrousseauTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void a_new_hub_makes_its_keys_once_and_finds_them_again(Databases databases) {
        var known = new KnownTrousseau(file(), databases.without("trousseau"));
        var keys = known.readOrCreate();
        assertThat(known.readOrCreate().opening().sealingKey())
                .isEqualTo(keys.opening().sealingKey());
    }

    @ParameterizedTest
    @EnumSource
    void a_database_without_its_keys_refuses_to_start_and_makes_no_others(Databases databases) throws IOException {
        var known = new KnownTrousseau(file(), databases.without("trousseau"));
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
        var known = new KnownTrousseau(file(), databases.without("trousseau"));
        known.readOrCreate();
        Files.delete(file());
        Trousseau.in(file());
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("n’est pas celui de cette base");
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_file_is_told_in_one_sentence_and_left_as_it_is(Databases databases) throws IOException {
        var known = new KnownTrousseau(file(), databases.without("trousseau"));
        known.readOrCreate();
        Files.writeString(file(), "cln-trousseau/1\n");
        assertThatThrownBy(known::readOrCreate)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("abîmé");
        assertThat(file()).hasContent("cln-trousseau/1\n");
    }

    private Path file() {
        return folder.resolve("trousseau");
    }
}
