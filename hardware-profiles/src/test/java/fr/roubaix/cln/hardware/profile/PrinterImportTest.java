package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.profile.PrinterImport.Outcome;

class PrinterImportTest {

    @TempDir
    Path machine;

    private Path list;
    private Path folder;
    private byte[] small;

    @BeforeEach
    void a_list_in_the_shape_of_the_public_one() throws IOException {
        try (var in = PrinterImportTest.class.getResourceAsStream("capabilities.json")) {
            assertThat(in).isNotNull();
            small = in.readAllBytes();
        }
        list = Files.write(machine.resolve("capabilities.json"), small);
        folder = machine.resolve("materiel");
    }

    @Test
    void every_model_that_can_be_described_becomes_a_file_that_the_loader_reads() {
        var done = done(new PrinterImport(folder, false).from(list));

        assertThat(done.written())
                .containsExactly("printers/encre-80.yaml", "printers/encre-58-ii.yaml", "printers/inconnue.yaml");
        assertThat(done.withoutWidth()).containsExactly("printers/encre-58-ii.yaml", "printers/inconnue.yaml");
        assertThat(done.leftOut())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ETOILE-3", "elle parle le langage de Star, et non ESC/POS",
                        "AFFICHEUR", "aucune de ses tables de caractères n’est connue ici"));
        var profiles = Profiles.shippedAnd(folder);
        var wide = profiles.printer("encre-80");
        assertThat(wide.name()).isEqualTo("Encrier Encre 80");
        assertThat(wide.widthInDots()).isEqualTo(568);
        assertThat(wide.rollInMillimetres()).hasValue(79.5);
        assertThat(wide.dpi()).hasValue(203);
        assertThat(wide.raster()).isTrue();
        assertThat(wide.cut()).isEqualTo(Cut.PARTIAL);
        assertThat(wide.codePages()).hasSize(3);
        assertThat(wide.codePage().number()).isEqualTo(16);
        assertThat(profiles.printersWithoutWidth()).contains(new DeviceName("encre-58-ii"), new DeviceName("inconnue"));
    }

    @Test
    void what_is_unknown_is_left_out_and_said() throws IOException {
        done(new PrinterImport(folder, false).from(list));

        String narrow = read("encre-58-ii.yaml");
        assertThat(narrow)
                .contains("mm: 57.5")
                .doesNotContain("pixels:", "dpi:", "Unknown")
                .contains("# La largeur en points n’est pas connue")
                .contains("name: \"Encrier Encre 58: \\\"le petit\\\" \\\\ II\"");
        assertThat(read("encre-80.yaml"))
                .contains("# Tables de caractères laissées de côté : 21 Unknown, 77 MAISON-1.");
    }

    @Test
    void an_imported_file_is_valid_for_the_editor_too_whose_schema_comes_along() throws IOException {
        done(new PrinterImport(folder, false).from(list));

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("schema/printer.schema.json")), InputFormat.JSON);
        for (String file : List.of("encre-80.yaml", "encre-58-ii.yaml", "inconnue.yaml")) {
            assertThat(read(file)).startsWith("# yaml-language-server: $schema=../schema/printer.schema.json\n");
            assertThat(schema.validate(read(file), InputFormat.YAML)).isEmpty();
        }
    }

    @Test
    void importing_twice_changes_nothing_and_what_somebody_changed_is_kept() throws IOException {
        done(new PrinterImport(folder, false).from(list));
        var first = contents();
        assertThat(done(new PrinterImport(folder, false).from(list)).kept()).isEmpty();
        assertThat(contents()).isEqualTo(first);

        String completed = read("encre-58-ii.yaml").replace("mm: 57.5", "mm: 57.5\n    pixels: 384");
        Files.writeString(folder.resolve("printers/encre-58-ii.yaml"), completed);
        assertThat(done(new PrinterImport(folder, false).from(list)).kept())
                .containsExactly("printers/encre-58-ii.yaml");
        assertThat(read("encre-58-ii.yaml")).isEqualTo(completed);

        assertThat(done(new PrinterImport(folder, true).from(list)).kept()).isEmpty();
        assertThat(contents()).isEqualTo(first);
    }

    @Test
    void a_new_list_updates_what_nobody_touched() throws IOException {
        done(new PrinterImport(folder, false).from(list));
        Files.writeString(list, new String(small, StandardCharsets.UTF_8).replace("568", "576"));

        done(new PrinterImport(folder, false).from(list));

        assertThat(Profiles.shippedAnd(folder).printer("encre-80").widthInDots())
                .isEqualTo(576);
    }

    @Test
    void a_file_cut_at_any_byte_is_refused_or_the_same_and_never_half_imported() throws IOException {
        done(new PrinterImport(folder, false).from(list));
        var whole = contents();
        Path cut = machine.resolve("coupe.json");
        for (int length = 0; length < small.length; length++) {
            Files.write(cut, Arrays.copyOf(small, length));
            Path into = machine.resolve("essai");
            switch (new PrinterImport(into, false).from(cut)) {
                case Outcome.Refused(var why) -> {
                    assertThat(why).startsWith("Le fichier « ");
                    assertThat(into).doesNotExist();
                }
                case Outcome.Done _ -> {
                    // Only the last line feed is missing.
                    assertThat(length).isGreaterThanOrEqualTo(small.length - 1);
                    assertThat(contents(into)).isEqualTo(whole);
                }
            }
        }
    }

    @Test
    void a_spoilt_file_gives_profiles_that_load_or_nothing() throws IOException {
        long seed = 20_260;
        var random = new Random(seed);
        Path spoilt = machine.resolve("abime.json");
        for (int round = 0; round < 300; round++) {
            byte[] bytes = small.clone();
            for (int i = 0; i < 1 + round % 5; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(spoilt, bytes);
            Path into = machine.resolve("essai-" + round);
            switch (new PrinterImport(into, false).from(spoilt)) {
                case Outcome.Refused _ ->
                    assertThat(into).as("seed %d, round %d", seed, round).doesNotExist();
                case Outcome.Done done ->
                    assertThat(Profiles.shippedAnd(into).printers().size()
                                    + Profiles.shippedAnd(into)
                                            .printersWithoutWidth()
                                            .size())
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(Profiles.shipped().printers().size()
                                    + Profiles.shipped().printersWithoutWidth().size()
                                    + done.written().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "\"x\"", "{\"profiles\": []}", "{\"profiles\": {}}", "<html>", "{} {}"})
    void what_is_not_the_list_is_refused(String text) throws IOException {
        Files.writeString(list, text);

        assertThat(new PrinterImport(folder, false).from(list)).isInstanceOf(Outcome.Refused.class);
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_huge_file_is_refused_unread() throws IOException {
        try (var out = Files.newOutputStream(list)) {
            byte[] blanks = new byte[1024 * 1024];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 9; i++) {
                out.write(blanks);
            }
        }

        assertThat(new PrinterImport(folder, false).from(list))
                .isEqualTo(new Outcome.Refused("Le fichier « " + list
                        + " » dépasse 8 Mo : ce n’est pas le capabilities.json d’escpos-printer-db."));
    }

    @Test
    void a_deep_file_is_refused() throws IOException {
        Files.writeString(list, "[".repeat(100_000));

        assertThat(new PrinterImport(folder, false).from(list)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_folder_that_is_already_bad_is_left_as_it_is() throws IOException {
        Files.createDirectories(folder.resolve("sites"));
        Files.writeString(folder.resolve("sites/nord.yaml"), "mairie: LILLE\n");

        assertThat(new PrinterImport(folder, false).from(list))
                .isEqualTo(new Outcome.Refused("Le dossier « " + folder + " » est refusé. sites/nord.yaml, ligne 1 :"
                        + " « mairie: LILLE » n’est pas connu. Possible : centre, est, nord, ouest, sud."));
        assertThat(folder.resolve("printers")).doesNotExist();
    }

    @Test
    void the_command_says_what_it_did_and_what_to_complete() {
        assertThat(run("importer", list.toString(), "--dossier", folder.toString()))
                .isEqualTo(new Said(0, """
                        Import terminé : 3 imprimante(s) dans « %s ».
                        Largeur inconnue, à compléter avant de s’en servir : printers/encre-58-ii.yaml, printers/inconnue.yaml
                        Laissée de côté : « AFFICHEUR », aucune de ses tables de caractères n’est connue ici.
                        Laissée de côté : « ETOILE-3 », elle parle le langage de Star, et non ESC/POS.
                        """.formatted(folder)));
        assertThat(run("verifier", "--dossier", folder.toString()).text())
                .contains("encre-80", "à compléter (media.width.pixels)  custom-kube-ii, encre-58-ii, inconnue")
                .contains(
                        "Mairie Nord : Borne tactile 21,5 pouces · Imprimante de reçus 80 mm, /dev/usb/lp0 · Lecteur de")
                .endsWith("Rien à redire.\n");
        assertThat(run("importer", machine.resolve("rien.json").toString(), "--dossier", folder.toString()))
                .isEqualTo(new Said(
                        1,
                        "Le fichier « " + machine.resolve("rien.json")
                                + " » ne peut pas être lu.\nRien n’a été changé.\n"));
        assertThat(run("importer", list.toString()).code()).isEqualTo(2);
        assertThat(run("verifier", "--dossier", machine.resolve("rien").toString())
                        .code())
                .isEqualTo(1);
    }

    @Test
    void the_schemas_are_put_beside_the_profiles_of_whoever_writes_them_by_hand() throws IOException {
        Files.createDirectories(folder);

        assertThat(run("verifier", "--schemas", "--dossier", folder.toString()).code())
                .isZero();

        for (String kind : List.of("printer", "scanner", "tablet", "terminal", "site")) {
            assertThat(folder.resolve("schema/" + kind + ".schema.json"))
                    .hasSameTextualContentAs(CopyOfShipped.shipped().resolve("schema/" + kind + ".schema.json"));
        }
        assertThat(run("verifier", "--schemas").code()).isEqualTo(2);
    }

    private record Said(int code, String text) {}

    private static Said run(String... args) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = new ProfileCommand(out, out).run(List.of(args));
        return new Said(code, bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    private static Outcome.Done done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (Outcome.Done) outcome;
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("printers").resolve(file));
    }

    private Map<String, String> contents() throws IOException {
        return contents(folder);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
