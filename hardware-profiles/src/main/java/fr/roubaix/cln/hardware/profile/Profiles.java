package fr.roubaix.cln.hardware.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.roubaix.cln.domaine.secteur.Secteur;

/**
 * Every profile, read and checked together by one strict loader: one file per thing, in the folders {@code printers},
 * {@code scanners}, {@code terminals}, {@code tablets} and {@code sites}. Whatever is unknown, doubtful or missing is
 * refused at start.
 */
public final class Profiles {

    private final Map<DeviceName, PrinterProfile> printers = new TreeMap<>();
    private final Set<DeviceName> withoutWidth;
    private final Map<DeviceName, ScannerProfile> scanners;
    private final Map<DeviceName, TerminalProfile> terminals;
    private final Map<Secteur, SiteProfile> sites = new EnumMap<>(Secteur.class);

    private Profiles(SortedMap<String, ProfileFile> files) {
        var printerFiles = devices(under(files, ProfileFile.PRINTERS), PrinterFile::read);
        printerFiles.forEach((id, file) -> {
            if (file instanceof PrinterFile.Complete(var profile)) {
                printers.put(id, profile);
            }
        });
        withoutWidth = printerFiles.keySet().stream()
                .filter(id -> !printers.containsKey(id))
                .collect(Collectors.toUnmodifiableSet());
        scanners = devices(under(files, ProfileFile.SCANNERS), ScannerFile::read);
        terminals = devices(under(files, ProfileFile.TERMINALS), TerminalFile::read);
        devices(under(files, ProfileFile.TABLETS), TerminalFile::read).forEach((id, tablet) -> {
            if (terminals.putIfAbsent(id, tablet) != null) {
                throw new ProfileRefusedException(
                        ProfileFile.TABLETS + "/" + id + ".yaml", 1, "terminals/ a déjà un appareil de ce nom.");
            }
        });
        sites(under(files, ProfileFile.SITES), new SiteFile(terminals, printerFiles, scanners));
    }

    private void sites(Collection<ProfileFile> files, SiteFile reader) {
        var described = new HashMap<Secteur, ProfileFile>();
        for (var file : files) {
            var site = reader.read(file);
            var other = described.putIfAbsent(site.mairie(), file);
            if (other != null) {
                throw new ProfileRefusedException(
                        file.label(),
                        1,
                        "la mairie " + site.mairie().nom() + " est déjà décrite par " + other.label()
                                + ". Gardez un seul fichier par mairie.");
            }
            sites.put(site.mairie(), site);
        }
    }

    static Profiles of(SortedMap<String, ProfileFile> files) {
        return new Profiles(files);
    }

    /** The profiles that come with the software. */
    public static Profiles shipped() {
        return Shipped.ALL;
    }

    /** They never change while the program runs. */
    private static final class Shipped {
        private static final Profiles ALL = new Profiles(ProfileFile.shipped());
    }

    /**
     * Those of a folder of the same shape, before those that come with the software: a file of the same name takes the
     * place of the shipped one, any other adds a device.
     *
     * @throws ProfileRefusedException one of them cannot be used
     */
    public static Profiles shippedAnd(Path folder) {
        var files = ProfileFile.shipped();
        files.putAll(ProfileFile.in(folder));
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

    /** Every printer model whose width is known, by name. */
    public Map<DeviceName, PrinterProfile> printers() {
        return Map.copyOf(printers);
    }

    /** The printer models that nobody can use before somebody says how many dots a line of theirs holds. */
    public Set<DeviceName> printersWithoutWidth() {
        return withoutWidth;
    }

    /** Every scanner model, by name. */
    public Map<DeviceName, ScannerProfile> scanners() {
        return Map.copyOf(scanners);
    }

    /** Every model of a screen, kiosks and tablets, by name. */
    public Map<DeviceName, TerminalProfile> terminals() {
        return Map.copyOf(terminals);
    }

    /**
     * The printer model of this name.
     *
     * @throws ProfileRefusedException there is none; the message names the nearest
     */
    public PrinterProfile printer(String written) {
        if (DeviceName.isOne(written.strip()) && withoutWidth.contains(new DeviceName(written.strip()))) {
            throw new ProfileRefusedException("La largeur en points de l’imprimante « " + written.strip()
                    + " » n’est pas connue : écrivez media.width.pixels dans printers/" + written.strip() + ".yaml.");
        }
        return named(written, printers, "L’imprimante");
    }

    /**
     * The model of a screen of this name.
     *
     * @throws ProfileRefusedException there is none; the message names the nearest
     */
    public TerminalProfile terminal(String written) {
        return named(written, terminals, "Le terminal");
    }

    private static <D> D named(String written, Map<DeviceName, D> known, String what) {
        return known.entrySet().stream()
                .filter(each -> each.getKey().text().equals(written.strip()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> {
                    var names = known.keySet().stream().map(DeviceName::text).toList();
                    return new ProfileRefusedException(what + " « " + written + " » n’existe pas."
                            + NearestNames.of(written, names).sentence() + " Il y a : " + String.join(", ", names)
                            + ".");
                });
    }

    private static <D> Map<DeviceName, D> devices(Collection<ProfileFile> files, Function<ProfileFile, D> read) {
        var devices = new TreeMap<DeviceName, D>();
        files.forEach(file -> devices.put(file.device(), read.apply(file)));
        return devices;
    }

    private static Collection<ProfileFile> under(SortedMap<String, ProfileFile> files, String folder) {
        return files.subMap(folder + "/", folder + "0").values();
    }
}
