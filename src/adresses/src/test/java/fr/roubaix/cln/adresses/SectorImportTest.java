package fr.roubaix.cln.adresses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.demo.AdressesFictives;

class SectorImportTest {

    private static final String GOOD = AdressesFictives.secteurs();

    /** A corner of the sector Centre, which three others share. */
    private static final String CORNER = "[3.1630,50.6970]";

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void begin() {
        town = new Town(folder);
    }

    private String refusal(String json) throws IOException {
        return town.refused(town.importer().sectors(town.sectors(json))).message();
    }

    @Test
    void five_sectors_are_taken_whatever_people_call_them() throws IOException {
        assertThat(town.done(town.importer().sectors(town.sectors())).holes()).isEmpty();
        String names = GOOD.replace("\"secteur\":\"Nord\"", "\"NOM\":\"Mairie des quartiers NORD\"")
                .replace("\"secteur\":\"Est\"", "\"name\":\"Secteur est\"");
        assertThat(town.done(town.importer().sectors(town.sectors(names))).sectorsKnown())
                .isTrue();
    }

    @Test
    void several_polygons_and_slivers_are_taken() throws IOException {
        String several = GOOD.replaceFirst(
                "\"Polygon\",\"coordinates\":(\\[\\[.*?]]])", "\"MultiPolygon\",\"coordinates\":[$1]");
        assertThat(several).contains("MultiPolygon");
        town.done(town.importer().sectors(town.sectors(several)));
        // The corner of Centre moves by one metre: its border with two others no longer is quite the same.
        String sliver = GOOD.replaceFirst("3\\.1630,50\\.6970", "3.16299,50.69701")
                .replaceFirst("3\\.1630,50\\.6970", "3.16299,50.69701");
        town.done(town.importer().sectors(town.sectors(sliver)));
    }

    @Test
    void two_sectors_that_overlap_are_named_with_the_place() throws IOException {
        // The first and last point of Centre move into Nord and Ouest.
        String overlapping = GOOD.replaceFirst("3\\.1630,50\\.6970", "3.1600,50.7000")
                .replaceFirst("3\\.1630,50\\.6970", "3.1600,50.7000");
        assertThat(refusal(overlapping))
                .contains(
                        "Les secteurs Centre et Nord se recouvrent sur", "Les secteurs Centre et Ouest", "près de 50.");
    }

    @Test
    void a_hole_between_sectors_is_told_with_its_surface_and_the_addresses_in_it() throws IOException {
        // The first and last point of Centre draw back: nobody covers what they leave.
        String hollow = GOOD.replaceFirst("3\\.1630,50\\.6970", "3.1660,50.6940")
                .replaceFirst("3\\.1630,50\\.6970", "3.1660,50.6940");
        town.done(town.importer()
                .addresses(
                        town.csv(Town.line("1", "", "Rue A"), Town.line("2", "", "Rue A", "3.1637", "50.6963")),
                        false));
        var report = town.done(town.importer().sectors(town.sectors(hollow)));
        assertThat(report.holes())
                .singleElement()
                .asString()
                .matches("Un trou de \\d+ m² entre les secteurs, près de 50\\.6.*");
        assertThat(report.outside().first()).singleElement().asString().startsWith("2 rue A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"secteur\":\"Nord\" | \"secteur\":\"Nord-Ouest\" | Forme n° 3 : le secteur « Nord-Ouest » est inconnu",
                "\"secteur\":\"Nord\" | \"secteur\":\"Sud\" | Le secteur Sud est donné deux fois",
                "\"secteur\":\"Nord\" | \"zone\":\"Nord\" | Forme n° 3 : elle n’a pas de nom",
                "\"type\":\"Polygon\" | \"type\":\"LineString\" | n’est pas un polygone",
                "[3.1880,50.6965] | [50.6965,3.1880] | longitude et latitude sont échangées",
                "[3.1880,50.6965] | [709000.5,7065000.1] | Lambert 93",
                "[3.1880,50.6965] | [\"3.1880\",50.6965] | un point de son contour n’a pas",
                "[3.1880,50.6965] | [] | un point de son contour n’a pas",
                "\"FeatureCollection\" | \"Topology\" | FeatureCollection",
                "{\"type\":\"FeatureCollection\" | {\"crs\":{\"properties\":{\"name\":\"EPSG:2154\"}},\"type\":\"FeatureCollection\" | EPSG:2154"
            })
    void what_is_wrong_in_the_file_is_said(String good, String bad, String said) throws IOException {
        assertThat(GOOD).contains(good);
        assertThat(refusal(GOOD.replace(good, bad))).contains(said);
        assertThat(town.book).doesNotExist();
    }

    @Test
    void wrong_rings_are_refused() throws IOException {
        int first = GOOD.indexOf(CORNER);
        int last = GOOD.indexOf(CORNER, first + 1);
        String open = GOOD.substring(0, last - 1) + GOOD.substring(last + CORNER.length());
        assertThat(refusal(open)).contains("Secteur Centre : un contour n’est pas fermé");
        String two = GOOD.substring(0, first) + CORNER + "," + CORNER + GOOD.substring(last + CORNER.length());
        assertThat(refusal(two)).contains("Secteur Centre : un contour a 2 points");
        // Two corners exchanged: the outline crosses itself.
        String crossed = GOOD.replaceFirst("3\\.1620,50\\.6835", "X")
                .replaceFirst("3\\.1870,50\\.6830", "3.1620,50.6835")
                .replaceFirst("X", "3.1870,50.6830");
        assertThat(refusal(crossed))
                .contains("Secteur Centre : son contour se croise")
                .contains("près de 50.");
    }

    @Test
    void a_missing_sector_is_named() throws IOException {
        String four = GOOD.replaceAll(",?\\{\"type\":\"Feature\",\"properties\":\\{\"secteur\":\"Sud\".*?]]]?}}", "");
        assertThat(refusal(four.substring(0, four.lastIndexOf(']') + 1) + "}")).contains("Il manque le secteur Sud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "null",
                "{}",
                "[1]",
                "{\"type\":\"FeatureCollection\",\"features\":[]}",
                "{\"type\":\"FeatureCollection\",\"features\":[1,null]}"
            })
    void anything_else_is_refused(String json) throws IOException {
        assertThat(refusal(json)).isNotBlank();
    }

    @Test
    void latin_1_is_refused() throws IOException {
        var file = Files.write(
                folder.resolve("secteurs.geojson"),
                GOOD.replace("donnée", "donn\u00e9e").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(town.refused(town.importer().sectors(file)).message()).contains("UTF-8");
    }

    @Test
    void a_refused_file_changes_nothing() throws IOException {
        town.done(town.importer().addresses(town.csv(Town.line("1", "", "Rue A")), false));
        town.done(town.importer().sectors(town.sectors()));
        byte[] before = Files.readAllBytes(town.book);
        refusal(GOOD.replace("Nord", "Lune"));
        assertThat(Files.readAllBytes(town.book)).isEqualTo(before);
    }
}
