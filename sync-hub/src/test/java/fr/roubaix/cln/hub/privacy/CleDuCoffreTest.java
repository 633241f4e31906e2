package fr.roubaix.cln.hub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.hub.Databases;
import fr.roubaix.cln.storage.DatabaseRefusedException;

@ParameterizedClass
@EnumSource(Databases.class)
class CleDuCoffreTest {

    @Parameter
    private Databases databases;

    @TempDir
    private Path folder;

    private CleDuCoffre cle;

    @BeforeEach
    void a_new_hub() {
        cle = new CleDuCoffre(folder.resolve("cle"), databases.without("coffre"));
    }

    @Test
    void the_key_is_made_once_and_the_folder_holds_nothing_else() throws IOException {
        assertThat(cle.lireOuCreer()).isEqualTo(cle.lireOuCreer());
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("cle"));
        }
    }

    @Test
    void without_the_key_of_this_database_the_hub_says_so_and_makes_no_other() throws IOException {
        cle.lireOuCreer();
        Files.delete(folder.resolve("cle"));
        assertThatThrownBy(cle::lireOuCreer)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("manque");
        assertThat(folder.resolve("cle")).doesNotExist();
    }

    @Test
    void the_key_of_another_database_is_refused() throws IOException {
        cle.lireOuCreer();
        Path other = folder.resolve("other");
        new CleDuCoffre(other, databases.without("coffre")).lireOuCreer();
        Files.delete(folder.resolve("cle"));
        assertThatThrownBy(cle::lireOuCreer).hasMessageContaining("manque");
        Files.writeString(folder.resolve("cle"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThatThrownBy(cle::lireOuCreer)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("n’est pas celui de cette base");
    }

    @Test
    void a_damaged_key_is_told_in_one_sentence() throws IOException {
        Files.writeString(folder.resolve("cle"), "pas une clé");
        assertThatThrownBy(cle::lireOuCreer)
                .isInstanceOf(DatabaseRefusedException.class)
                .hasMessageContaining("abîmé");
    }
}
