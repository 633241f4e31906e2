package fr.roubaix.cln.kiosk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.vaadin.browserless.ViewPackages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One more copy of the terminal, where somebody said that copies go. */
@ViewPackages(packages = {"fr.roubaix.cln.kiosk.agent", "fr.roubaix.cln.kiosk.home", "fr.roubaix.cln.kiosk.session"})
class AgentBackupTest extends AgentScreen {

    @TempDir
    static Path copies;

    @DynamicPropertySource
    static void backups(DynamicPropertyRegistry settings) {
        settings.add("cln.kiosk.sauvegarde", () -> folderOfCopies().toString());
    }

    /** The clock of these tests stands still, and copies are named after it. */
    @BeforeEach
    void no_copy_yet() throws IOException {
        for (Path file : made()) {
            Files.delete(file);
        }
        Files.deleteIfExists(folderOfCopies());
    }

    @Test
    void a_copy_is_made_beside_the_screen_and_names_its_file() throws IOException {
        signIn();
        click("Sauvegarder maintenant");
        assertThat(words()).contains("Sauvegarde en cours");
        assertThat(button("Sauvegarder maintenant").orElseThrow().isEnabled()).isFalse();
        pollUntil(() -> words().contains("La sauvegarde est faite et vérifiée"));
        assertThat(button("Sauvegarder maintenant").orElseThrow().isEnabled()).isTrue();
        assertThat(made())
                .singleElement()
                .satisfies(
                        file -> assertThat(words()).contains(file.getFileName().toString()));
    }

    @Test
    void a_folder_that_refuses_is_told_and_one_can_try_again() throws IOException {
        Path away = folderOfCopies();
        Files.writeString(away, "");
        signIn();
        click("Sauvegarder maintenant");
        pollUntil(() -> words().contains("La sauvegarde n’est pas faite. "));
        assertThat(words()).contains(away.toString()).doesNotContain("est faite et vérifiée");
        Files.delete(away);
        click("Sauvegarder maintenant");
        pollUntil(() -> words().contains("La sauvegarde est faite et vérifiée"));
    }

    @Test
    void nobody_makes_a_copy_without_a_pin() throws IOException {
        assertThat(button("Sauvegarder maintenant")).isEmpty();
        signIn();
        hub.agents = List.of(Agents.VOLANT);
        click("Sauvegarder maintenant");
        assertThat(visit.isValid()).isFalse();
        assertThat(made()).isEmpty();
    }

    private static Path folderOfCopies() {
        return copies.resolve("borne");
    }

    private static List<Path> made() throws IOException {
        Path where = folderOfCopies();
        try (var files = Files.isDirectory(where) ? Files.list(where) : Stream.<Path>empty()) {
            return files.toList();
        }
    }
}
