package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;

class ProfilesTest {

    @TempDir
    Path folder;

    private CopyOfShipped copy;

    @BeforeEach
    void copy_the_shipped_profiles() throws IOException {
        copy = CopyOfShipped.into(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "CENTRE, 06 45 65 63 25",
        "EST, 06 45 66 94 66",
        "NORD, 07 87 25 07 09",
        "OUEST, 07 86 77 87 51",
        "SUD, 07 86 67 30 12"
    })
    void the_five_mairies_answer_at_the_numbers_of_the_reglement(Secteur mairie, String contact) {
        var site = Profiles.shipped().site(mairie);

        assertThat(site.contact()).isEqualTo(contact);
        assertThat(site.printer().orElseThrow().profile().widthInDots()).isEqualTo(576);
        assertThat(site.terminal().pixelsPerMillimetre()).isBetween(4.02, 4.04);
    }

    @Test
    void the_generic_printers_are_what_their_class_is() {
        var printers = Profiles.shipped().printers();
        var wide = printers.get(new DeviceName("generique-80mm"));
        var narrow = printers.get(new DeviceName("generique-58mm"));

        assertThat(wide.codePage().number()).isEqualTo(16);
        assertThat(wide.codePage().holds("Noël à Œuvre")).isTrue();
        assertThat(wide.cut()).isEqualTo(Cut.PARTIAL);
        assertThat(narrow.widthInDots()).isEqualTo(384);
        assertThat(narrow.cut()).isEqualTo(Cut.NONE);
        assertThat(narrow.codePage().charset().name()).isEqualTo("IBM437");
    }

    @Test
    void the_index_lists_every_shipped_file() throws IOException {
        assertThat(Files.readAllLines(CopyOfShipped.shipped().resolve("index"))).isEqualTo(CopyOfShipped.files());
    }

    @Test
    void a_folder_is_read_like_the_shipped_ones() {
        assertThat(Profiles.shippedAnd(folder).site("Nord"))
                .isEqualTo(Profiles.shipped().site(Secteur.NORD));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sites/nord.yaml | profile: generique-80mm | profile: generique-80 | sites/nord.yaml, ligne 7 : aucun"
                        + " appareil « generique-80 ». Vouliez-vous dire « generique-80mm », « generique-58mm » ?",
                "sites/nord.yaml | terminal: | terminl: | sites/nord.yaml, ligne 5 : la clé « terminl » n’est pas connue."
                        + " Vouliez-vous dire « terminal » ?",
                "sites/nord.yaml | mairie: NORD | mairie: LILLE | sites/nord.yaml, ligne 3 : « mairie: LILLE » n’est pas"
                        + " connu. Possible : centre, est, nord, ouest, sud.",
                "sites/nord.yaml | mairie: NORD | mairie: SUD | sites/sud.yaml, ligne 1 : la mairie Sud est déjà"
                        + " décrite par sites/nord.yaml. Gardez un seul fichier par mairie.",
                "sites/nord.yaml | contact: 07 | contact: 7 | sites/nord.yaml, ligne 4 : un numéro de téléphone s’écrit"
                        + " « 03 20 00 00 00 ».",
                "sites/nord.yaml | contact: | mairie: | sites/nord.yaml, ligne 4 : la clé « mairie » est écrite deux fois.",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: large | printers/generique-80mm.yaml, ligne 8 :"
                        + " « pixels: large » : un nombre entier de 100 à 2000 est attendu.",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: -576 | printers/generique-80mm.yaml, ligne 8 :"
                        + " « pixels: -576 » : un nombre entier de 100 à 2000 est attendu.",
                "printers/generique-80mm.yaml | pixels: 576 | pixel: 576 | printers/generique-80mm.yaml, ligne 8 : la clé"
                        + " « pixel » n’est pas connue. Vouliez-vous dire « pixels » ?",
                "printers/generique-80mm.yaml | pixels: 576 | | sites/centre.yaml, ligne 7 : « generique-80mm » ne peut"
                        + " pas encore imprimer : la largeur de son papier en points n’est pas connue. Cherchez-la dans sa"
                        + " notice et écrivez media.width.pixels dans printers/generique-80mm.yaml.",
                "printers/epson-tm-t20iii.yaml | status: dle_eot | status: oui | printers/epson-tm-t20iii.yaml, ligne 37 :"
                        + " « status: oui » n’est pas connu. Possible : dle_eot, none, unknown.",
                "printers/epson-tm-t20iii.yaml | ethernet: true | ethernet: 1 | printers/epson-tm-t20iii.yaml, ligne 41 :"
                        + " « ethernet: 1 » : écrivez true ou false.",
                "scanners/zebra-ds2278.yaml | wedge: true | wegde: true | scanners/zebra-ds2278.yaml, ligne 7 : la clé"
                        + " « wegde » n’est pas connue. Vouliez-vous dire « wedge » ?",
                "tablets/samsung-galaxy-tab-active5.yaml | scale: 2 | scale: 0 |"
                        + " tablets/samsung-galaxy-tab-active5.yaml, ligne 13 : « scale: 0 » : un nombre de 1.0 à 4.0 est"
                        + " attendu, avec un point.",
                "printers/generique-80mm.yaml | pixels: 576 | pixels: 256 | sites/centre.yaml, ligne 7 :"
                        + " « generique-80mm » ne sait pas imprimer un reçu : il faut bitImageRaster et au moins 285"
                        + " points de large.",
                "printers/generique-80mm.yaml | Raster: true | Raster: oui | printers/generique-80mm.yaml, ligne 13 :"
                        + " « bitImageRaster: oui » : écrivez true ou false.",
                "printers/generique-80mm.yaml | Raster: true | Raster: false | sites/centre.yaml, ligne 7 :"
                        + " « generique-80mm » ne sait pas imprimer un reçu : il faut bitImageRaster et au moins 285"
                        + " points de large.",
                "printers/generique-80mm.yaml | 16: CP1252 | 16: CP9999 | printers/generique-80mm.yaml, ligne 11 :"
                        + " « CP9999 » n’est pas une table de caractères connue.",
                "printers/generique-80mm.yaml | 16: | latin: | printers/generique-80mm.yaml, ligne 11 : « latin » : un"
                        + " numéro de table de 0 à 255 est attendu.",
                "printers/generique-80mm.yaml | dpi: 203 | dpi: [203] | printers/generique-80mm.yaml, ligne 5 : une liste"
                        + " n’est pas attendue ici.",
                "printers/generique-80mm.yaml | dpi: 203 | dpi: *d | printers/generique-80mm.yaml, ligne 5 : les"
                        + " renvois (*) ne sont pas admis.",
                "terminals/generique-21-pouces.yaml | landscape | portrait | terminals/generique-21-pouces.yaml, ligne 6"
                        + " : l’orientation ne correspond pas au nombre de pixels.",
                "terminals/generique-21-pouces.yaml | touch: true | tactile: true | terminals/generique-21-pouces.yaml,"
                        + " ligne 3 : il manque la clé « touch ».",
                "terminals/generique-21-pouces.yaml | kind: kiosk | kind: kiosque | terminals/generique-21-pouces.yaml,"
                        + " ligne 4 : « kind: kiosque » n’est pas connu. Possible : kiosk, agent_tablet,"
                        + " resident_tablet.",
                "terminals/generique-21-pouces.yaml | height: 268 | height: 300 | terminals/generique-21-pouces.yaml,"
                        + " ligne 10 : les pixels ne seraient pas carrés : 4,03 par millimètre en largeur, 3,60 en"
                        + " hauteur. Mesurez l’image, sans le cadre.",
                "terminals/generique-21-pouces.yaml | distance: 600 | distance: 60 |"
                        + " terminals/generique-21-pouces.yaml, ligne 14 : « distance: 60 » : un nombre entier de 250 à"
                        + " 1500 est attendu.",
                "terminals/generique-21-pouces.yaml | touch: true | touch: false | terminals/generique-21-pouces.yaml,"
                        + " ligne 16 : un clavier à l’écran demande un écran tactile.",
                "tablets/tablette-agent.yaml | 5.88 | 5,88 | tablets/tablette-agent.yaml, ligne 10 :"
                        + " « pixelsPerMillimetre: 5,88 » : un nombre de 1.5 à 20.0 est attendu, avec un point.",
                "tablets/tablette-agent.yaml | pixelsPerMillimetre | pixelPerMillimetre |"
                        + " tablets/tablette-agent.yaml, ligne 10 : la clé « pixelPerMillimetre » n’est pas connue."
                        + " Vouliez-vous dire « pixelsPerMillimetre » ?",
            })
    void a_doubtful_profile_is_refused_with_file_line_and_remedy(
            String file, String right, @Nullable String wrong, String message) throws IOException {
        copy.spoil(file, right, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> Profiles.shippedAnd(folder))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"name: [", "`\t- x`", "``", "- a", "`a: 1\n---\nb: 2`", "name", "couleur: bleue"})
    void what_is_not_a_profile_is_refused_and_names_the_file(String yaml) throws IOException {
        Files.writeString(folder.resolve("terminals/autre.yaml"), yaml);

        assertThatThrownBy(() -> Profiles.shippedAnd(folder))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageMatching("(?s)terminals/autre\\.yaml, ligne \\d+ : .+");
    }

    @Test
    void an_unknown_key_is_refused_even_when_nothing_is_missing() throws IOException {
        Path path = folder.resolve("sites/est.yaml");
        Files.writeString(path, Files.readString(path) + "printr: generique-58mm\n");

        assertThatThrownBy(() -> Profiles.shippedAnd(folder))
                .hasMessage(
                        "sites/est.yaml, ligne 14 : la clé « printr » n’est pas connue. Vouliez-vous dire « printer » ?");
    }

    @Test
    void an_unknown_terminal_is_refused_with_the_nearest_names() {
        assertThatThrownBy(() -> Profiles.shipped().terminal("tablette-abitant"))
                .hasMessageStartingWith(
                        "Le terminal « tablette-abitant » n’existe pas. Vouliez-vous dire" + " « tablette-habitant »");
        assertThat(Profiles.shipped().terminal("tablette-habitant").pixelsPerMillimetre())
                .isEqualTo(5.88);
    }

    @Test
    void an_unknown_mairie_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> Profiles.shipped().site("lille"))
                .hasMessage("La mairie « lille » n’existe pas. Écrivez centre, est, nord, ouest ou sud.");
    }
}
