package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.domaine.secteur.Secteur;

class ProfileFolderTest {

    private static final String PRINTER = """
            name: Imprimante de la mairie
            media: {width: {pixels: 512}}
            codePages: {16: CP1252}
            features: {bitImageRaster: true, paperFullCut: true}
            """;

    @TempDir
    Path folder;

    private CopyOfShipped mine;

    @BeforeEach
    void an_empty_folder() {
        mine = new CopyOfShipped(folder);
    }

    @Test
    void an_empty_folder_changes_nothing() {
        assertThat(mine.load().printers()).isEqualTo(Profiles.shipped().printers());
        assertThat(mine.load().site(Secteur.SUD)).isEqualTo(Profiles.shipped().site(Secteur.SUD));
    }

    @Test
    void a_file_adds_a_device_and_a_file_of_the_same_name_takes_the_place_of_the_shipped_one() throws IOException {
        mine.write("printers/la-notre.yaml", PRINTER);
        mine.write("printers/custom-kube-ii.yaml", PRINTER);

        var profiles = mine.load();

        assertThat(profiles.printer("la-notre").widthInDots()).isEqualTo(512);
        assertThat(profiles.printer("custom-kube-ii").name()).isEqualTo("Imprimante de la mairie");
        assertThat(profiles.printers()).hasSize(Profiles.shipped().printers().size() + 2);
    }

    @Test
    void what_a_local_file_spoils_in_a_shipped_one_says_which_is_which() throws IOException {
        mine.write("printers/generique-80mm.yaml", PRINTER.replace("bitImageRaster: true, ", ""));

        assertThatThrownBy(mine::load)
                .hasMessageStartingWith(
                        "sites/centre.yaml (livré avec le logiciel), ligne 7 : « generique-80mm » ne sait"
                                + " pas imprimer un reçu");
    }

    @Test
    void profiles_in_the_wrong_place_are_refused_and_notes_are_not() throws IOException {
        mine.write("LISEZ-MOI.md", "Nos appareils.");
        mine.write("printers/notice.pdf", "");
        mine.load();

        mine.write("printer/la-notre.yaml", PRINTER);
        assertThatThrownBy(mine::load)
                .hasMessage("printer/la-notre.yaml, ligne 1 : un profil se range dans un de ces dossiers : printers,"
                        + " scanners, tablets, terminals, sites. Vouliez-vous dire « printers » ?");
        Files.delete(folder.resolve("printer/la-notre.yaml"));

        mine.write("printers/anciens/la-notre.yaml", PRINTER);
        assertThatThrownBy(mine::load).hasMessageStartingWith("printers/anciens/la-notre.yaml, ligne 1 : ");
        Files.delete(folder.resolve("printers/anciens/la-notre.yaml"));

        mine.write("printers/la-notre.yml", PRINTER);
        assertThatThrownBy(mine::load)
                .hasMessage(
                        "printers/la-notre.yml, ligne 1 : un profil se termine par « .yaml ». Renommez le fichier.");
        Files.delete(folder.resolve("printers/la-notre.yml"));

        mine.write("printers/La nôtre.yaml", PRINTER);
        assertThatThrownBy(mine::load).hasMessageContaining("minuscules, chiffres et traits d’union");
    }

    @Test
    void a_file_that_is_no_text_or_no_profile_by_its_size_is_refused() throws IOException {
        mine.write("printers/la-notre.yaml", "#" + "x".repeat(64 * 1024));
        assertThatThrownBy(mine::load)
                .hasMessage("printers/la-notre.yaml, ligne 1 : ce fichier dépasse 64 Ko : ce n’est pas un profil.");

        Files.write(folder.resolve("printers/la-notre.yaml"), "name: Café".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(mine::load)
                .hasMessage(
                        "printers/la-notre.yaml, ligne 1 : ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.");
    }

    @Test
    void a_file_of_a_windows_editor_is_read_all_the_same() throws IOException {
        mine.write("printers/la-notre.yaml", "\ufeff" + PRINTER.replace("\n", "\r\n"));

        assertThat(mine.load().printer("la-notre").widthInDots()).isEqualTo(512);
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> Profiles.shippedAnd(folder.resolve("rien")))
                .isInstanceOf(ProfileRefusedException.class)
                .hasMessageContaining("ne peut pas être lu. Vérifiez qu’il existe");
    }

    @Test
    void a_tablet_does_not_take_the_name_of_a_terminal_nor_its_folder() throws IOException {
        String tablet = Files.readString(CopyOfShipped.shipped().resolve("tablets/tablette-agent.yaml"));
        mine.write("tablets/elo-2202l.yaml", tablet);
        assertThatThrownBy(mine::load)
                .hasMessage("tablets/elo-2202l.yaml, ligne 1 : terminals/ a déjà un appareil de ce nom.");
        Files.delete(folder.resolve("tablets/elo-2202l.yaml"));

        mine.write("terminals/une-tablette.yaml", tablet);
        assertThatThrownBy(mine::load)
                .hasMessageContaining("une borne se décrit dans terminals/, une tablette dans tablets/.");
    }
}
