package fr.roubaix.cln.hardware.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.printer.CodePage;
import fr.roubaix.cln.hardware.printer.EscPos.Cut;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Keyboard;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Kind;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Orientation;
import fr.roubaix.cln.hardware.profile.TerminalProfile.Size;

/**
 * Every profile, read and checked together by one strict loader: one file per thing, in the folders {@code printers},
 * {@code terminals} and {@code sites}. Whatever is unknown, doubtful or missing is refused at start.
 */
public final class Profiles {

    /** Below this a QR of version 8 does not fit at 5 dots per module with its quiet zone. */
    private static final int NARROWEST_RECEIPT = (49 + 8) * 5;

    /** Whole millimetres of a small screen are wrong by as much. */
    private static final double LEAST_SQUARE_PIXEL = 0.03;

    private static final int NEAREST_READER = 250;
    private static final int FARTHEST_READER = 1_500;

    private final Map<DeviceName, PrinterProfile> printers;
    private final Map<DeviceName, TerminalProfile> terminals;
    private final Map<Secteur, SiteProfile> sites = new EnumMap<>(Secteur.class);

    private Profiles(SortedMap<String, String> files) {
        printers = devices(files, "printers", Profiles::printer);
        terminals = devices(files, "terminals", Profiles::terminal);
        under(files, "sites").forEach((file, yaml) -> {
            var site = site(file, yaml);
            if (sites.putIfAbsent(site.mairie(), site) != null) {
                throw new ProfileRefusedException(file, 1, "cette mairie a déjà un fichier.");
            }
        });
    }

    /** The profiles that come with the software. */
    public static Profiles shipped() {
        var files = new TreeMap<String, String>();
        // A list, because a folder inside a jar cannot be listed the same way everywhere.
        resource("index").lines().forEach(file -> files.put(file, resource(file)));
        return new Profiles(files);
    }

    /**
     * The profiles of a folder of the same shape.
     *
     * @throws ProfileRefusedException one of them cannot be used
     */
    public static Profiles in(Path folder) {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(folder, 2)) {
            for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new ProfileRefusedException("Le dossier de profils " + folder + " ne peut pas être lu.");
        }
        return new Profiles(files);
    }

    /**
     * What stands in a mairie.
     *
     * @throws ProfileRefusedException no site file says so
     */
    public SiteProfile site(Secteur mairie) {
        var site = sites.get(mairie);
        if (site == null) {
            throw new ProfileRefusedException("Aucun fichier de sites/ ne décrit la mairie " + mairie.nom() + ".");
        }
        return site;
    }

    /** The mairie that a person wrote, in any case. */
    public SiteProfile site(String written) {
        return Arrays.stream(Secteur.values())
                .filter(secteur -> secteur.name().equalsIgnoreCase(written.strip()))
                .findFirst()
                .map(this::site)
                .orElseThrow(() -> new ProfileRefusedException(
                        "La mairie « " + written + " » n’existe pas. Écrivez centre, est, nord, ouest ou sud."));
    }

    /** Every printer model, by name. */
    public Map<DeviceName, PrinterProfile> printers() {
        return Map.copyOf(printers);
    }

    /** Every terminal model, by name. */
    public Map<DeviceName, TerminalProfile> terminals() {
        return Map.copyOf(terminals);
    }

    /**
     * The terminal model of this name.
     *
     * @throws ProfileRefusedException there is none; the message names the nearest
     */
    public TerminalProfile terminal(String written) {
        return terminals.entrySet().stream()
                .filter(known -> known.getKey().text().equals(written.strip()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> {
                    var names =
                            terminals.keySet().stream().map(DeviceName::text).toList();
                    return new ProfileRefusedException("Le terminal « " + written + " » n’existe pas."
                            + NearestNames.of(written, names).sentence() + " Il y a : " + String.join(", ", names)
                            + ".");
                });
    }

    private static PrinterProfile printer(DeviceName id, Section file) {
        var media = file.section("media");
        var width = media.section("width");
        var features = file.section("features");
        var printer = new PrinterProfile(
                id,
                file.text("name"),
                media.integer("dpi", 100, 1_200),
                width.integer("mm", 20, 250),
                width.integer("pixels", 100, 2_000),
                file.section("codePages").each(Profiles::codePage).stream().toList(),
                features.flag("bitImageRaster"),
                cut(features.flag("paperFullCut"), features.flag("paperPartCut")));
        width.end();
        media.end();
        features.end();
        file.end();
        if (printer.codePages().isEmpty()) {
            throw file.refusedAt("codePages", "il faut au moins une table de caractères.");
        }
        return printer;
    }

    private static Cut cut(boolean full, boolean partial) {
        // Where both are possible the receipt should hang on, not fall on the floor.
        return partial ? Cut.PARTIAL : full ? Cut.FULL : Cut.NONE;
    }

    private static CodePage codePage(String number, Section pages) {
        if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) > 255) {
            throw pages.refusedAt(number, "« " + number + " » : un numéro de table de 0 à 255 est attendu.");
        }
        String name = pages.text(number);
        try {
            return new CodePage(
                    Integer.parseInt(number), Charset.forName(name.equals("CP1252") ? "windows-1252" : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw pages.refusedAt(number, "« " + name + " » n’est pas une table de caractères connue.");
        }
    }

    private static TerminalProfile terminal(DeviceName id, Section file) {
        var screen = file.section("screen");
        var pixels = screen.section("pixels");
        var size = new Size(pixels.integer("width", 320, 10_000), pixels.integer("height", 320, 10_000));
        pixels.end();
        var terminal = new TerminalProfile(
                id,
                file.text("name"),
                file.choice("kind", Kind.class),
                screen.choice("orientation", Orientation.class),
                size,
                density(screen, size),
                screen.integer("distance", NEAREST_READER, FARTHEST_READER),
                file.flag("touch"),
                file.choice("keyboard", Keyboard.class));
        screen.end();
        file.end();
        if (size.width() >= size.height() != (terminal.orientation() == Orientation.LANDSCAPE)) {
            throw screen.refusedAt("orientation", "l’orientation ne correspond pas au nombre de pixels.");
        }
        if (!terminal.touch() && terminal.keyboard() == Keyboard.ON_SCREEN) {
            throw file.refusedAt("keyboard", "un clavier à l’écran demande un écran tactile.");
        }
        return terminal;
    }

    /** Pixels to a millimetre, as a data sheet gives it or from the size of the picture. */
    private static double density(Section screen, Size pixels) {
        if (screen.has("pixelsPerMillimetre")) {
            return screen.decimal("pixelsPerMillimetre", 1.5, 20);
        }
        var millimetres = screen.section("mm");
        double across = pixels.width() / (double) millimetres.integer("width", 40, 3_000);
        double down = pixels.height() / (double) millimetres.integer("height", 40, 3_000);
        millimetres.end();
        if (Math.abs(across / down - 1) > LEAST_SQUARE_PIXEL) {
            throw screen.refusedAt(
                    "mm",
                    String.format(
                            Locale.FRENCH,
                            "les pixels ne seraient pas carrés : %.2f par millimètre en largeur, %.2f en hauteur."
                                    + " Mesurez l’image, sans le cadre.",
                            across,
                            down));
        }
        return across;
    }

    private SiteProfile site(String file, String yaml) {
        var section = new Section(file, YamlNode.read(file, yaml));
        var site = new SiteProfile(
                section.choice("mairie", Secteur.class),
                section.text("contact"),
                section.device("terminal", terminals),
                section.device("printer", printers));
        section.end();
        if (!site.contact().matches("0[1-9]( [0-9]{2}){4}")) {
            throw section.refusedAt("contact", "un numéro de téléphone s’écrit « 03 20 00 00 00 ».");
        }
        var printer = site.printer();
        if (!printer.raster() || printer.widthInDots() < NARROWEST_RECEIPT) {
            throw section.refusedAt(
                    "printer",
                    "« " + printer.id() + " » ne sait pas imprimer un reçu : il faut bitImageRaster et au moins "
                            + NARROWEST_RECEIPT + " points de large.");
        }
        return site;
    }

    private static <D> Map<DeviceName, D> devices(
            SortedMap<String, String> files, String folder, BiFunction<DeviceName, Section, D> read) {
        var devices = new TreeMap<DeviceName, D>();
        under(files, folder).forEach((file, yaml) -> {
            String name = file.substring(folder.length() + 1, file.length() - ".yaml".length());
            if (!DeviceName.isOne(name)) {
                throw new ProfileRefusedException(
                        file, 1, "le nom du fichier s’écrit en minuscules, chiffres et traits d’union.");
            }
            var id = new DeviceName(name);
            devices.put(id, read.apply(id, new Section(file, YamlNode.read(file, yaml))));
        });
        return devices;
    }

    private static SortedMap<String, String> under(SortedMap<String, String> files, String folder) {
        return files.subMap(folder + "/", folder + "0");
    }

    private static String resource(String name) {
        try (InputStream in = Profiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a shipped profile is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "cannot read %s", name), e);
        }
    }
}
