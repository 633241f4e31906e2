package fr.roubaix.cln.hardware.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.profile.Connection.FlowControl;
import fr.roubaix.cln.hardware.profile.Connection.Parity;
import fr.roubaix.cln.hardware.profile.Connection.Transport;
import fr.roubaix.cln.hardware.profile.ScannerProfile.Mode;
import fr.roubaix.cln.hardware.profile.SiteProfile.Reading;

/**
 * A file of {@code sites/}, which names devices: each must exist, and be able to do what a mairie needs of it.
 *
 * @param terminals kiosks and tablets
 */
record SiteFile(
        Map<DeviceName, TerminalProfile> terminals,
        Map<DeviceName, PrinterFile> printers,
        Map<DeviceName, ScannerProfile> scanners) {

    /** Below this a QR of version 8 does not fit at 5 dots per module with its quiet zone. */
    private static final int NARROWEST_RECEIPT = (49 + 8) * 5;

    private static final Set<Integer> SPEEDS = Set.of(1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200);

    SiteProfile read(ProfileFile file) {
        var section = file.section();
        var site = new SiteProfile(
                section.choice("mairie", Secteur.class),
                section.text("contact"),
                terminal(section),
                section.has("printer") ? Optional.of(printer(section.section("printer"))) : Optional.empty(),
                section.has("scanner") ? Optional.of(scanner(section.section("scanner"))) : Optional.empty());
        section.end();
        if (!site.contact().matches("0[1-9]( [0-9]{2}){4}")) {
            throw section.refusedAt("contact", "un numéro de téléphone s’écrit « 03 20 00 00 00 ».");
        }
        return site;
    }

    private TerminalProfile terminal(Section section) {
        var terminal = section.device("terminal", terminals);
        if (terminal.kind() != TerminalProfile.Kind.KIOSK) {
            throw section.refusedAt(
                    "terminal",
                    "« " + terminal.id() + " » est une tablette, qui ne peut pas porter le programme d’une borne."
                            + " Nommez un appareil de terminals/.");
        }
        return terminal;
    }

    private SiteProfile.Printer printer(Section section) {
        var profile = switch (section.device("profile", printers)) {
            case PrinterFile.Complete(var known) -> known;
            case PrinterFile.WithoutWidth(var id) ->
                throw section.refusedAt(
                        "profile",
                        "« " + id + " » ne peut pas encore imprimer : la largeur de son papier en points n’est pas"
                                + " connue. Cherchez-la dans sa notice et écrivez media.width.pixels dans"
                                + " printers/" + id + ".yaml.");
        };
        if (!profile.raster() || profile.widthInDots() < NARROWEST_RECEIPT) {
            throw section.refusedAt(
                    "profile",
                    "« " + profile.id() + " » ne sait pas imprimer un reçu : il faut bitImageRaster et au moins "
                            + NARROWEST_RECEIPT + " points de large.");
        }
        var transport = section.choice("transport", Transport.class);
        if (!profile.offers(transport)) {
            throw section.refusedAt(
                    "transport",
                    "« " + profile.id() + " » ne se branche pas ainsi. Possible : "
                            + Arrays.stream(Transport.values())
                                    .filter(profile::offers)
                                    .map(SiteFile::word)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        var connection = switch (transport) {
            case TCP -> tcp(section);
            case DEVICE -> deviceFile(section);
            case SERIAL -> serial(section);
        };
        section.end();
        return new SiteProfile.Printer(profile, connection);
    }

    private SiteProfile.Scanner scanner(Section section) {
        var profile = section.device("profile", scanners);
        if (!profile.qrCode()) {
            throw section.refusedAt(
                    "profile",
                    "« " + profile.id() + " » ne lit que des barres, pas le carré d’un reçu : il faut reads.qrCode.");
        }
        var mode = section.choice("mode", Mode.class);
        if (!profile.modes().contains(mode)) {
            throw section.refusedAt(
                    "mode",
                    "« " + profile.id() + " » ne se règle pas ainsi. Possible : "
                            + profile.modes().stream().map(SiteFile::word).collect(Collectors.joining(", ")) + ".");
        }
        Reading reading = switch (mode) {
            case WEDGE -> new Reading.Wedge();
            case SERIAL -> new Reading.Serial(serial(section));
        };
        section.end();
        return new SiteProfile.Scanner(profile, reading);
    }

    private static Connection.Tcp tcp(Section section) {
        String host = section.text("host");
        if (!host.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}")) {
            throw section.refusedAt(
                    "host",
                    "« " + host
                            + " » : une adresse ou un nom seul est attendu, comme 192.168.1.50, sans http:// ni port.");
        }
        return new Connection.Tcp(
                host, section.has("port") ? section.integer("port", 1, 65_535) : Connection.Tcp.RAW_PRINTING);
    }

    private static Connection.DeviceFile deviceFile(Section section) {
        String device = section.text("device");
        if (!device.startsWith("/")) {
            throw section.refusedAt("device", "« " + device + " » : le chemin entier est attendu, comme /dev/usb/lp0.");
        }
        return new Connection.DeviceFile(Path.of(device));
    }

    private static Connection.Serial serial(Section section) {
        String port = section.text("device");
        if (!port.matches("/.+|COM[0-9]{1,3}")) {
            throw section.refusedAt("device", "« " + port + " » : un port est attendu, comme /dev/ttyUSB0 ou COM3.");
        }
        int baud = section.integer("baud", 1_200, 115_200);
        if (!SPEEDS.contains(baud)) {
            throw section.refusedAt(
                    "baud",
                    "« baud: " + baud + " » n’est pas une vitesse de ligne série. Possible : "
                            + SPEEDS.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ".");
        }
        return new Connection.Serial(
                port,
                baud,
                section.has("parity") ? section.choice("parity", Parity.class) : Parity.NONE,
                section.choice("flow", FlowControl.class));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static List<Integer> speeds() {
        return SPEEDS.stream().sorted().toList();
    }
}
