package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private int run(String... args) {
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new ImportCommand(print, print, Town.NOON).run(List.of(args));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void an_import_ends_with_0_and_says_what_is_next() throws IOException {
        var town = new Town(folder);
        var csv = town.csv(Town.line("1", "", "Rue A"), Town.line("2", "", "Rue A", "3.05", "50.60"));
        assertThat(run("ban", csv.toString(), "--dossier", folder.toString())).isZero();
        assertThat(said()).contains("Adresses     2", "./cln importer secteurs");
        assertThat(run(
                        "--dossier",
                        folder.toString(),
                        "secteurs",
                        town.sectors().toString()))
                .isZero();
        assertThat(said()).contains("1 adresse(s) ne sont dans aucun secteur", "2 rue A (50.60000, 3.05000)");
    }

    @Test
    void a_refused_file_ends_with_1_and_lists_its_lines() throws IOException {
        var csv = new Town(folder).csv("n’importe quoi");
        assertThat(run("ban", csv.toString(), "--dossier", folder.toString())).isEqualTo(1);
        assertThat(said())
                .contains("ligne 2 : 1 colonnes au lieu de 8", "--sans-les-mauvaises", "Rien n’a été changé.");
    }

    @Test
    void a_command_that_is_not_understood_ends_with_2() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("ban", "x.csv")).isEqualTo(2);
        assertThat(run("villes", "x.csv", "--dossier", folder.toString())).isEqualTo(2);
        assertThat(run("ban", "x.csv", "--dossier", folder.resolve("non").toString()))
                .isEqualTo(2);
        assertThat(said()).contains("Usage : ./cln importer ban", "n’existe pas");
    }
}
