package fr.roubaix.cln.hardware.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file of the loader.
 *
 * @param path folder of its kind and name, such as {@code printers/epson-tm-t20iii.yaml}
 * @param local whether it stands in a folder of this machine, and did not come with the software
 */
record ProfileFile(String path, boolean local, String yaml) {

    static final String PRINTERS = "printers";
    static final String SCANNERS = "scanners";
    static final String TABLETS = "tablets";
    static final String TERMINALS = "terminals";
    static final String SITES = "sites";

    private static final List<String> FOLDERS = List.of(PRINTERS, SCANNERS, TABLETS, TERMINALS, SITES);
    private static final String SUFFIX = ".yaml";

    /** No description of a device is longer; what is was put there by mistake. */
    private static final long LONGEST = 64L * 1024;

    /** The name of the device: that of the file. */
    DeviceName device() {
        String name = path.substring(path.indexOf('/') + 1, path.length() - SUFFIX.length());
        if (!DeviceName.isOne(name)) {
            throw new ProfileRefusedException(
                    label(), 1, "le nom du fichier s’écrit en minuscules, chiffres et traits d’union.");
        }
        return new DeviceName(name);
    }

    /** How a refusal names it. */
    String label() {
        return local ? path : path + " (livré avec le logiciel)";
    }

    Section section() {
        return new Section(label(), YamlNode.read(label(), yaml));
    }

    static SortedMap<String, ProfileFile> shipped() {
        var files = new TreeMap<String, ProfileFile>();
        // A list, because a folder inside a jar cannot be listed the same way everywhere.
        resource("index").lines().forEach(path -> files.put(path, new ProfileFile(path, false, resource(path))));
        return files;
    }

    static SortedMap<String, ProfileFile> in(Path folder) {
        var files = new TreeMap<String, ProfileFile>();
        try (var paths = Files.walk(folder, FOLDERS.size())) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (isOne(path)) {
                    files.put(path, new ProfileFile(path, true, text(path, file)));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ProfileRefusedException("Le dossier de profils « " + folder
                    + " » ne peut pas être lu. Vérifiez qu’il existe et que le programme en a le droit.");
        }
        return files;
    }

    /** Puts the schemas where the first line of every profile looks for them, for the editor of whoever writes one. */
    static void publishSchemas(Path folder) throws IOException {
        Path schemas = Files.createDirectories(folder.resolve("schema"));
        for (String kind : List.of("printer", "scanner", "tablet", "terminal", "site")) {
            String name = kind + ".schema.json";
            Files.writeString(schemas.resolve(name), resource("schema/" + name));
        }
    }

    /** Whether a file is a profile; notes may stand beside them, profiles in the wrong place may not. */
    private static boolean isOne(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml")) {
            throw new ProfileRefusedException(path, 1, "un profil se termine par « .yaml ». Renommez le fichier.");
        }
        if (!name.endsWith(SUFFIX)) {
            return false;
        }
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        if (!FOLDERS.contains(folder) || path.indexOf('/', slash + 1) >= 0 || !path.endsWith(SUFFIX)) {
            throw new ProfileRefusedException(
                    path,
                    1,
                    "un profil se range dans un de ces dossiers : " + String.join(", ", FOLDERS) + "."
                            + NearestNames.of(folder, FOLDERS).sentence());
        }
        return true;
    }

    private static String text(String path, Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            throw new ProfileRefusedException(
                    path, 1, "ce fichier dépasse " + LONGEST / 1024 + " Ko : ce n’est pas un profil.");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new ProfileRefusedException(path, 1, "ce fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.");
        }
    }

    private static String resource(String name) {
        try (InputStream in = ProfileFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a shipped profile is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(String.format(Locale.ROOT, "cannot read %s", name), e);
        }
    }
}
