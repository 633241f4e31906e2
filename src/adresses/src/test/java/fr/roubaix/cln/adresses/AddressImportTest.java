package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.secteur.Secteur;

class AddressImportTest {

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void begin() {
        town = new Town(folder);
    }

    private List<String> streets() {
        return AddressBook.open(town.book).streets();
    }

    @Test
    void an_import_says_where_its_addresses_come_from() throws IOException {
        var file = town.csv(
                Town.line("1", "", "Rue A"),
                Town.line("1", "", "Rue A"),
                Town.line("2", "bis", "Rue A"),
                "1;;Rue B;59200;59599;Tourcoing;3.158;50.722");
        var report = town.done(town.importer().addresses(file, false));
        assertThat(report)
                .returns(1, Import.Report::streets)
                .returns(2, Import.Report::addresses)
                .returns(1, Import.Report::duplicates)
                .returns(false, Import.Report::sectorsKnown);
        assertThat(AddressBook.open(town.book).addresses())
                .contains(new Provenance(
                        "ban.csv",
                        java.util.HexFormat.of().formatHex(sha256(file)),
                        Files.size(file),
                        Town.NOON.instant(),
                        4,
                        2));
    }

    private static byte[] sha256(Path file) throws IOException {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_byte_order_mark_windows_lines_quotes_and_other_columns_change_nothing() throws IOException {
        var file = Files.writeString(folder.resolve("ban.csv"), """
                \uFEFFid;lat;lon;nom_voie;REP;numero;code_insee;code_postal;nom_commune;cle
                x;50.6900;3.1750;"Rue ""Neuve"" ; suite";TER;4;59512;59100;Roubaix;

                """.replace("\n", "\r\n"));
        town.done(town.importer().addresses(file, false));
        var book = AddressBook.open(town.book);
        assertThat(book.streets()).containsExactly("Rue \"Neuve\" ; suite");
        assertThat(book.housesOf("Rue \"Neuve\" ; suite"))
                .extracting(Suggestion.House::number)
                .containsExactly(new HouseNumber(4, "ter"));
    }

    @Test
    void a_file_compressed_with_gzip_is_read_as_it_is() throws IOException {
        var file = folder.resolve("adresses-59.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((Town.TITLES + "\n" + Town.line("1", "", "Rue A") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(town.done(town.importer().addresses(file, false)).addresses())
                .isEqualTo(1);

        byte[] cut = java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 12);
        assertThat(town.refused(town.importer().addresses(Files.write(file, cut), false))
                        .message())
                .contains("compressé est abîmé");
    }

    @Test
    void missing_columns_are_named() throws IOException {
        var file = Files.writeString(
                folder.resolve("ban.csv"), "numero;rep;nom_voie;code_postal;nom_commune;lon\n1;;;;;\n");
        assertThat(town.refused(town.importer().addresses(file, false)).message())
                .contains("« code_insee », « lat »")
                .doesNotContain("« lon »");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, Latin-1", "windows-1252, Latin-1", "UTF-16, UTF-16", "UTF-16LE, colonnes"})
    void a_file_that_is_not_in_utf_8_is_refused_with_what_to_do(String charset, String said) throws IOException {
        var file = Files.writeString(
                folder.resolve("ban.csv"),
                Town.TITLES + "\n" + Town.line("1", "", "Allée des Œillets".replace("Œ", "É")) + "\n",
                Charset.forName(charset));
        assertThat(town.refused(town.importer().addresses(file, false)).message())
                .contains(said);
        assertThat(town.book).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\uFEFF"})
    void an_empty_file_is_refused(String content) throws IOException {
        var file = Files.writeString(folder.resolve("ban.csv"), content);
        assertThat(town.refused(town.importer().addresses(file, false)).message())
                .isNotBlank();
    }

    @Test
    void a_file_without_roubaix_is_refused() throws IOException {
        var file = town.csv("1;;Rue B;59200;59599;Tourcoing;3.158;50.722");
        assertThat(town.refused(town.importer().addresses(file, false)).message())
                .contains("59512", "département du Nord");
    }

    @Test
    void a_folder_a_missing_file_and_a_picture_are_refused() throws IOException {
        assertThat(town.refused(town.importer().addresses(folder, false)).message())
                .contains("ne se lit pas");
        assertThat(town.refused(town.importer().addresses(folder.resolve("non"), false))
                        .message())
                .contains("n’existe pas");
        var picture = Files.write(folder.resolve("photo.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 0, 1});
        assertThat(town.refused(town.importer().addresses(picture, false)).message())
                .contains("UTF-8");
    }

    @Test
    void bad_lines_are_listed_with_their_number_and_nothing_changes() throws IOException {
        town.done(town.importer().addresses(town.csv(Town.line("1", "", "Rue Ancienne")), false));
        var file = town.csv(
                Town.line("1", "", "Rue A"),
                Town.line("douze", "", "Rue A"),
                "1;;Rue A",
                Town.line("2", "", " "),
                Town.line("3", "", "Rue A", "50.69", "3.175"),
                Town.line("4", "", "Rue A", "2.35", "48.85"),
                Town.line("5", "", "Rue A", "abc", "50.69"),
                "6;;\"Rue A;59100;59512;Roubaix;3.175;50.69",
                Town.line("7", "", "Rue " + "A".repeat(20_000)));
        var refused = town.refused(town.importer().addresses(file, false));
        assertThat(refused.badLines().total()).isEqualTo(8);
        assertThat(refused.badLines().first())
                .extracting(Import.BadLine::number)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(refused.badLines().first().get(3).why()).contains("échangées");
        assertThat(streets()).containsExactly("Rue Ancienne");

        var report = town.done(town.importer().addresses(file, true));
        assertThat(report.badLines()).isEqualTo(refused.badLines());
        assertThat(streets()).containsExactly("Rue A");
    }

    @Test
    void only_the_first_bad_lines_are_kept_and_all_are_counted() throws IOException {
        var lines = new ArrayList<>(List.of(Town.line("1", "", "Rue A")));
        for (int i = 0; i < 500; i++) {
            lines.add("x");
        }
        var bad = town.refused(town.importer().addresses(town.csv(lines.toArray(String[]::new)), false))
                .badLines();
        assertThat(bad.first()).hasSize(20);
        assertThat(bad.total()).isEqualTo(500);
    }

    @Test
    void addresses_and_sectors_come_in_any_order() throws IOException {
        var addresses = town.csv(
                Town.line("1", "", "Rue A"),
                Town.line("0", "", "Cour B"),
                Town.line("2", "", "Rue A", "3.05", "50.60"));
        town.done(town.importer().addresses(addresses, false));
        assertThat(AddressBook.open(town.book).housesOf("Rue A"))
                .extracting(Suggestion.House::secteur)
                .containsOnly(Optional.empty());

        var report = town.done(town.importer().sectors(town.sectors()));
        assertThat(report.outside().first()).singleElement().asString().startsWith("2 rue A (50.60000, 3.05000)");
        assertThat(AddressBook.open(town.book).housesOf("Rue A"))
                .extracting(Suggestion.House::secteur)
                .containsExactly(Optional.of(Secteur.CENTRE), Optional.empty());
        assertThat(streets()).containsExactly("Cour B", "Rue A");

        var again = town.done(town.importer().addresses(addresses, false));
        assertThat(again.sectorsKnown()).isTrue();
        assertThat(again.outside().total()).isEqualTo(1);
        assertThat(AddressBook.open(town.book).sectors()).isPresent();
    }

    @Test
    void an_import_cut_in_the_middle_leaves_the_base_in_place_and_the_next_one_succeeds() throws IOException {
        town.done(town.importer().addresses(town.csv(Town.line("1", "", "Rue Ancienne")), false));
        byte[] before = Files.readAllBytes(town.book);
        var lines = new ArrayList<String>();
        for (int i = 0; i < 120_000; i++) {
            lines.add(Town.line(Integer.toString(i % 9_000 + 1), "", "Rue A"));
        }
        var big = town.csv(lines.toArray(String[]::new));
        // What SIGKILL leaves: the file that was being written, and a lock that nobody holds.
        var cut = new AddressImport(town.book, Town.NOON, (read, _, _) -> {
            throw new Cut(read);
        });
        assertThatThrownBy(() -> cut.addresses(big, false)).isInstanceOf(Cut.class);
        Files.write(folder.resolve("adresses.db.partiel"), new byte[] {1, 2, 3});

        assertThat(Files.readAllBytes(town.book)).isEqualTo(before);
        assertThat(streets()).containsExactly("Rue Ancienne");
        town.done(town.importer().addresses(big, false));
        assertThat(streets()).containsExactly("Rue A");
        assertThat(folder.resolve("adresses.db.partiel")).doesNotExist();
    }

    private static final class Cut extends RuntimeException {
        Cut(long read) {
            super("after " + read);
        }
    }

    @Test
    void a_second_import_waits_for_the_first_to_end() throws IOException {
        var seen = new ArrayList<Import>();
        var lines = new ArrayList<String>();
        for (int i = 0; i < 60_000; i++) {
            lines.add(Town.line(Integer.toString(i % 9_000 + 1), "", "Rue A"));
        }
        var file = town.csv(lines.toArray(String[]::new));
        var first = new AddressImport(
                town.book,
                Town.NOON,
                (_, _, _) -> seen.add(town.importer().sectors(folder.resolve("secteurs.geojson"))));
        town.done(first.addresses(file, false));
        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(town.refused(one).message()).contains("Un autre import est en cours"));
    }

    @Test
    void a_base_that_is_none_or_damaged_is_refused_in_french() throws IOException {
        assertThatThrownBy(() -> AddressBook.open(town.book))
                .isInstanceOf(BookRefusedException.class)
                .hasMessageContaining("Il n’y a pas de base");
        Files.writeString(town.book, "bonjour");
        assertThatThrownBy(() -> AddressBook.open(town.book)).isInstanceOf(BookRefusedException.class);
        assertThat(town.refused(town.importer().addresses(town.csv(Town.line("1", "", "Rue A")), false))
                        .message())
                .contains("écartez ce fichier");

        Files.delete(town.book);
        town.done(town.importer().addresses(town.csv(Town.line("1", "", "Rue A")), false));
        byte[] bytes = Files.readAllBytes(town.book);
        java.util.Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
        Files.write(town.book, bytes);
        assertThatThrownBy(() -> AddressBook.open(town.book))
                .isInstanceOf(BookRefusedException.class)
                .hasMessageContaining("abîmée");
    }

    /** 300 MB in a process of 32 MB, with lines of other towns and one line that never ends. */
    @Test
    void a_huge_file_is_read_in_a_small_memory() throws Exception {
        var file = folder.resolve("ban.csv");
        String other = "1;;Rue de l'Exemple Sans Fin Ni Commencement;59200;59599;Tourcoing;3.158;50.722\n";
        byte[] elsewhere = other.repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((Town.TITLES + "\n" + Town.line("1", "", "Rue A") + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 300; i++) {
                out.write(elsewhere);
            }
            out.write("é".repeat(30_000_000).getBytes(StandardCharsets.UTF_8));
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportCommand.class.getName(),
                        "ban",
                        file.toString(),
                        "--dossier",
                        folder.toString(),
                        "--sans-les-mauvaises")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("1 ligne laissée de côté");
        assertThat(streets()).containsExactly("Rue A");
    }

    @Test
    void progress_is_told_with_lines_and_bytes() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 110_000; i++) {
            lines.add("1;;Rue B;59200;59599;Tourcoing;3.158;50.722");
        }
        lines.add(Town.line("1", "", "Rue A"));
        var file = town.csv(lines.toArray(String[]::new));
        var news = new ArrayList<Long>();
        var importer = new AddressImport(town.book, Town.NOON, (read, bytes, all) -> {
            assertThat(bytes).isPositive().isLessThanOrEqualTo(all);
            news.add(read);
        });
        town.done(importer.addresses(file, false));
        assertThat(news).containsExactly(50_000L, 100_000L, 110_002L);
    }
}
