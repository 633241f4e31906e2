package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.profile.PrinterProfile.Status;
import fr.roubaix.cln.hardware.profile.ScannerProfile.Mode;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Orientation;

/** The devices that a mairie can buy and name at once. */
class NamedDevicesTest {

    @ParameterizedTest
    @CsvSource({
        "epson-tm-t20iii, 576, 203, PARTIAL, DLE_EOT",
        "epson-tm-m30iii, 576, 203, PARTIAL, DLE_EOT",
        "epson-tm-t88vi, 512, 180, PARTIAL, DLE_EOT",
        "epson-tm-t88vii, 512, 180, PARTIAL, DLE_EOT",
        "star-mc-print3, 576, 203, PARTIAL, UNKNOWN",
        "bixolon-srp-350iii, 512, 180, PARTIAL, UNKNOWN",
        "generique-80mm, 576, 203, PARTIAL, UNKNOWN",
        "generique-58mm, 384, 203, NONE, UNKNOWN"
    })
    void a_printer_is_what_its_data_sheet_says(String name, int dots, int dpi, Cut cut, Status status) {
        var printer = Profiles.shipped().printer(name);

        assertThat(printer.widthInDots()).isEqualTo(dots);
        assertThat(printer.dpi()).hasValue(dpi);
        assertThat(printer.cut()).isEqualTo(cut);
        assertThat(printer.status()).isEqualTo(status);
        assertThat(printer.raster()).isTrue();
        // The dots fit on the paper at that resolution.
        assertThat(dots * 25.4 / dpi).isLessThan(printer.rollInMillimetres().orElseThrow());
    }

    @Test
    void the_printer_whose_width_no_sheet_says_says_so_instead_of_guessing() {
        assertThat(Profiles.shipped().printers()).doesNotContainKey(new DeviceName("custom-kube-ii"));
        assertThatThrownBy(() -> Profiles.shipped().printer("custom-kube-ii"))
                .hasMessage("La largeur en points de l’imprimante « custom-kube-ii » n’est pas connue : écrivez"
                        + " media.width.pixels dans printers/custom-kube-ii.yaml.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"honeywell-voyager-1470g", "zebra-ds2278", "datalogic-magellan-1500i"})
    void a_scanner_reads_squares_as_a_keyboard_and_on_a_line(String name) {
        var scanner = Profiles.shipped().scanners().get(new DeviceName(name));

        assertThat(scanner.modes()).containsExactlyInAnyOrder(Mode.WEDGE, Mode.SERIAL);
        assertThat(scanner.qrCode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "elo-2202l, 1920, 1080, LANDSCAPE, 4.033",
        "generique-32-pouces-portrait, 1080, 1920, PORTRAIT, 2.749",
        // 8.0 inches diagonal, the browser's pixels being two of the panel's.
        "samsung-galaxy-tab-active5, 960, 600, LANDSCAPE, 5.572"
    })
    void a_screen_is_as_large_as_its_data_sheet_says(
            String name, int width, int height, Orientation orientation, double perMillimetre) {
        var screen = Profiles.shipped().terminal(name);

        assertThat(screen.pixels()).isEqualTo(new TerminalProfile.Size(width, height));
        assertThat(screen.orientation()).isEqualTo(orientation);
        assertThat(screen.pixelsPerMillimetre()).isCloseTo(perMillimetre, within(0.001));
    }

    @ParameterizedTest
    @MethodSource("fr.roubaix.cln.hardware.profile.CopyOfShipped#files")
    void every_file_says_where_its_facts_come_from(String file) throws IOException {
        var lines = Files.readAllLines(CopyOfShipped.shipped().resolve(file));

        assertThat(lines.getFirst()).matches("# yaml-language-server: \\$schema=\\.\\./schema/[a-z]+\\.schema\\.json");
        assertThat(lines.get(1)).startsWith("# ").hasSizeGreaterThan(15);
    }
}
