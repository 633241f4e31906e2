package fr.roubaix.cln.hardware.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.profile.Connection.FlowControl;
import fr.roubaix.cln.hardware.profile.Connection.Parity;
import fr.roubaix.cln.hardware.profile.SiteProfile.Reading;

class SitesTest {

    private static final String BEFORE = """
            mairie: NORD
            contact: 07 87 25 07 09
            terminal: elo-2202l
            """;

    @TempDir
    Path folder;

    @Test
    void a_printer_is_reached_by_the_network_by_a_file_or_by_a_line() throws IOException {
        assertThat(printer("profile: epson-tm-m30iii, transport: tcp, host: 192.168.1.50"))
                .isEqualTo(new Connection.Tcp("192.168.1.50", 9100));
        assertThat(printer("profile: epson-tm-m30iii, transport: tcp, host: imprimante.nord, port: 9101"))
                .isEqualTo(new Connection.Tcp("imprimante.nord", 9101));
        assertThat(printer("profile: epson-tm-m30iii, transport: tcp, host: 'fe80::1'"))
                .isEqualTo(new Connection.Tcp("fe80::1", 9100));
        assertThat(printer("profile: epson-tm-t20iii, transport: device, device: /dev/usb/lp0"))
                .isEqualTo(new Connection.DeviceFile(Path.of("/dev/usb/lp0")));
        assertThat(printer(
                        "profile: epson-tm-t20iii, transport: serial, device: /dev/ttyS0, baud: 38400, flow: dtr_dsr"))
                .isEqualTo(new Connection.Serial("/dev/ttyS0", 38_400, Parity.NONE, FlowControl.DTR_DSR));
        assertThat(
                        printer(
                                "profile: epson-tm-t20iii, transport: serial, device: COM3, baud: 9600, parity: even, flow: none"))
                .isEqualTo(new Connection.Serial("COM3", 9_600, Parity.EVEN, FlowControl.NONE));
    }

    @Test
    void a_scanner_types_or_speaks_on_a_line() throws IOException {
        assertThat(reading("profile: zebra-ds2278, mode: wedge")).isEqualTo(new Reading.Wedge());
        assertThat(reading("profile: zebra-ds2278, mode: serial, device: /dev/ttyACM0, baud: 9600, flow: none"))
                .isEqualTo(new Reading.Serial(
                        new Connection.Serial("/dev/ttyACM0", 9_600, Parity.NONE, FlowControl.NONE)));
    }

    @Test
    void a_site_without_a_printer_nor_a_scanner_is_a_site() throws IOException {
        new CopyOfShipped(folder).write("sites/nord.yaml", BEFORE);

        var nord = Profiles.shippedAnd(folder).site(Secteur.NORD);

        assertThat(nord.printer()).isEmpty();
        assertThat(nord.scanner()).isEmpty();
        assertThat(nord.terminal().name()).isEqualTo("Elo 2202L");
    }

    @Test
    void every_shipped_site_has_a_printer_and_a_scanner() {
        for (var mairie : Secteur.values()) {
            var site = Profiles.shipped().site(mairie);
            assertThat(site.printer()).isPresent();
            assertThat(site.scanner()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile: epson-tm-t20, transport: device, device: /dev/usb/lp0 | aucun appareil « epson-tm-t20 »."
                        + " Vouliez-vous dire « epson-tm-t20iii », « epson-tm-t88vi » ?",
                "profile: custom-kube-ii, transport: device, device: /dev/usb/lp0 | « custom-kube-ii » ne peut pas encore"
                        + " imprimer : la largeur de son papier en points n’est pas connue. Cherchez-la dans sa notice et"
                        + " écrivez media.width.pixels dans printers/custom-kube-ii.yaml.",
                "profile: epson-tm-m30iii, transport: serial, device: /dev/ttyS0, baud: 9600, flow: none, stop: 1 |"
                        + " la clé « stop » n’est pas connue. Possible : profile, transport, device, baud, parity, flow.",
                "profile: generique-80mm, transport: usb | « transport: usb » n’est pas connu. Possible : tcp, device,"
                        + " serial.",
                "profile: generique-80mm, transport: tcp | il manque la clé « host ».",
                "profile: generique-80mm, transport: tcp, host: http://imprimante | « http://imprimante » : une adresse"
                        + " ou un nom seul est attendu, comme 192.168.1.50, sans http:// ni port.",
                "profile: generique-80mm, transport: tcp, host: 10.0.0.9, port: 99999 | « port: 99999 » : un nombre"
                        + " entier de 1 à 65535 est attendu.",
                "profile: generique-80mm, transport: tcp, host: 10.0.0.9, prot: 9100 | la clé « prot » n’est pas connue."
                        + " Vouliez-vous dire « port » ?",
                "profile: generique-80mm, transport: device, device: usb/lp0 | « usb/lp0 » : le chemin entier est attendu,"
                        + " comme /dev/usb/lp0.",
                "profile: generique-80mm, transport: serial, device: ttyS0, baud: 9600, flow: none | « ttyS0 » : un port"
                        + " est attendu, comme /dev/ttyUSB0 ou COM3.",
                "profile: generique-80mm, transport: serial, device: /dev/ttyS0, baud: 9601, flow: none | « baud: 9601 »"
                        + " n’est pas une vitesse de ligne série. Possible : 1200, 2400, 4800, 9600, 19200, 38400, 57600,"
                        + " 115200.",
                "profile: generique-80mm, transport: serial, device: /dev/ttyS0, baud: 9600 | il manque la clé « flow ».",
            })
    void a_printer_that_cannot_be_reached_or_cannot_print_is_refused(String printer, String reason) throws IOException {
        new CopyOfShipped(folder).write("sites/nord.yaml", BEFORE + "printer: {" + printer + "}\n");

        assertThatThrownBy(() -> Profiles.shippedAnd(folder)).hasMessage("sites/nord.yaml, ligne 4 : " + reason);
    }

    @Test
    void a_printer_is_not_plugged_into_a_socket_that_it_lacks() throws IOException {
        var copy = new CopyOfShipped(folder);
        copy.write("printers/maison.yaml", """
                name: Imprimante USB
                media: {width: {pixels: 576}}
                codePages: {0: CP437}
                features: {bitImageRaster: true}
                interfaces: {usb: true}
                """);
        copy.write("sites/nord.yaml", BEFORE + "printer: {profile: maison, transport: tcp, host: 10.0.0.9}\n");

        assertThatThrownBy(copy::load)
                .hasMessage(
                        "sites/nord.yaml, ligne 4 : « maison » ne se branche pas ainsi. Possible : device, serial.");
    }

    @Test
    void a_scanner_must_read_squares_and_offer_the_mode_it_is_set_to() throws IOException {
        var copy = new CopyOfShipped(folder);
        copy.write("sites/nord.yaml", BEFORE + "scanner: {profile: generique-clavier, mode: serial, device: COM1}\n");
        assertThatThrownBy(copy::load)
                .hasMessage(
                        "sites/nord.yaml, ligne 4 : « generique-clavier » ne se règle pas ainsi. Possible : wedge.");

        copy.write("scanners/barres.yaml", """
                name: Douchette à barres
                modes: {wedge: true, serial: false}
                reads: {qrCode: false}
                """);
        copy.write("sites/nord.yaml", BEFORE + "scanner: {profile: barres, mode: wedge}\n");
        assertThatThrownBy(copy::load)
                .hasMessage(
                        "sites/nord.yaml, ligne 4 : « barres » ne lit que des barres, pas le carré d’un reçu : il faut"
                                + " reads.qrCode.");
    }

    @Test
    void two_printers_on_one_site_are_refused_however_they_are_written() throws IOException {
        String one = "printer: {profile: generique-80mm, transport: device, device: /dev/usb/lp0}\n";
        var copy = new CopyOfShipped(folder);
        copy.write("sites/nord.yaml", BEFORE + one + one);
        assertThatThrownBy(copy::load)
                .hasMessage("sites/nord.yaml, ligne 5 : la clé « printer » est écrite deux fois.");

        copy.write("sites/nord.yaml", BEFORE + "printer:\n  - profile: generique-80mm\n  - profile: generique-58mm\n");
        assertThatThrownBy(copy::load).hasMessage("sites/nord.yaml, ligne 5 : une liste n’est pas attendue ici.");

        copy.write("sites/nord.yaml", BEFORE + one);
        copy.write("sites/nord-bis.yaml", BEFORE + one);
        assertThatThrownBy(copy::load)
                .hasMessage(
                        "sites/nord.yaml, ligne 1 : la mairie Nord est déjà décrite par sites/nord-bis.yaml. Gardez un"
                                + " seul fichier par mairie.");
    }

    @Test
    void a_tablet_carries_no_terminal() throws IOException {
        var copy = new CopyOfShipped(folder);
        copy.write("sites/nord.yaml", BEFORE.replace("elo-2202l", "tablette-agent"));

        assertThatThrownBy(copy::load)
                .hasMessage("sites/nord.yaml, ligne 3 : « tablette-agent » est une tablette, qui ne peut pas porter le"
                        + " programme d’une borne. Nommez un appareil de terminals/.");
    }

    private Connection printer(String printer) throws IOException {
        new CopyOfShipped(folder).write("sites/nord.yaml", BEFORE + "printer: {" + printer + "}\n");
        return Profiles.shippedAnd(folder)
                .site(Secteur.NORD)
                .printer()
                .orElseThrow()
                .connection();
    }

    private Reading reading(String scanner) throws IOException {
        new CopyOfShipped(folder).write("sites/nord.yaml", BEFORE + "scanner: {" + scanner + "}\n");
        return Profiles.shippedAnd(folder)
                .site(Secteur.NORD)
                .scanner()
                .orElseThrow()
                .reading();
    }
}
