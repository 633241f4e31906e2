package fr.roubaix.cln.hardware.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hardware.profile.PrinterImport.Outcome;

/**
 * {@code ./cln materiel} and {@code ./cln importer imprimantes FILE}: checks a folder of profiles before a terminal starts on
 * it, and fills it from the public list of printers. Ends with 0 when done, 1 when something is refused, 2 when the command is
 * not understood.
 */
public final class ProfileCommand {

    private static final String USAGE = """
            Usage : ./cln materiel [--dossier DOSSIER] [--schemas]
                    ./cln importer imprimantes FICHIER.json --dossier DOSSIER [--remplacer]""";

    private static final String SCHEMAS = "--schemas";
    private static final String REPLACE = "--remplacer";

    private final PrintStream out;
    private final PrintStream err;

    ProfileCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ProfileCommand(out, err).run(List.of(args)));
    }

    int run(List<String> given) {
        var args = new ArrayList<>(given);
        boolean replace = args.remove(REPLACE);
        boolean schemas = args.remove(SCHEMAS);
        try {
            Optional<Path> folder = folder(args);
            return switch (args.isEmpty() ? "" : args.getFirst()) {
                case "verifier" -> args.size() == 1 && !replace ? check(folder, schemas) : usage();
                case "importer" ->
                    args.size() == 2 && folder.isPresent()
                            ? tell(new PrinterImport(folder.get(), replace).from(Path.of(args.getLast())), folder.get())
                            : usage();
                default -> usage();
            };
        } catch (InvalidPathException e) {
            err.println("« " + e.getInput() + " » n’est pas le nom d’un fichier.");
            return 2;
        }
    }

    private int usage() {
        err.println(USAGE);
        return 2;
    }

    /** Takes the option and its value out of the arguments. */
    private static Optional<Path> folder(List<String> args) {
        int at = args.indexOf("--dossier");
        if (at < 0 || at + 1 >= args.size()) {
            return Optional.empty();
        }
        String value = args.remove(at + 1);
        args.remove(at);
        return Optional.of(Path.of(value));
    }

    private int check(Optional<Path> folder, boolean schemas) {
        if (schemas) {
            if (folder.isEmpty()) {
                return usage();
            }
            try {
                ProfileFile.publishSchemas(folder.get());
            } catch (IOException e) {
                err.println(
                        "Les schémas ne peuvent pas être écrits dans « " + folder.get() + " ». Vérifiez vos droits.");
                return 1;
            }
        }
        Profiles profiles;
        try {
            profiles = folder.map(Profiles::shippedAnd).orElseGet(Profiles::shipped);
        } catch (ProfileRefusedException e) {
            err.println(e.getMessage());
            err.println("Corrigez ce fichier : tant qu’il est refusé, la borne ne démarre pas.");
            return 1;
        }
        out.println("Imprimantes  "
                + names(profiles.printers().keySet().stream()
                        .map(DeviceName::text)
                        .toList()));
        if (!profiles.printersWithoutWidth().isEmpty()) {
            out.println("  à compléter (media.width.pixels)  "
                    + names(profiles.printersWithoutWidth().stream()
                            .map(DeviceName::text)
                            .toList()));
        }
        out.println("Lecteurs     "
                + names(profiles.scanners().keySet().stream()
                        .map(DeviceName::text)
                        .toList()));
        out.println("Écrans       "
                + names(profiles.terminals().keySet().stream()
                        .map(DeviceName::text)
                        .toList()));
        Arrays.stream(Secteur.values()).map(profiles::site).forEach(this::tell);
        out.println("Rien à redire.");
        return 0;
    }

    private static String names(List<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    private void tell(SiteProfile site) {
        out.println("Mairie " + site.mairie().nom() + " : " + site.terminal().name() + " · "
                + site.printer()
                        .map(printer -> printer.profile().name() + ", " + where(printer.connection()))
                        .orElse("sans imprimante, le code s’affiche en grand")
                + " · "
                + site.scanner().map(scanner -> scanner.profile().name()).orElse("sans lecteur, le code se tape"));
    }

    private static String where(Connection connection) {
        return switch (connection) {
            case Connection.Tcp(var host, int port) -> "réseau " + host + ":" + port;
            case Connection.DeviceFile(var path) -> path.toString();
            case Connection.Serial line -> line.port() + " à " + line.baud() + " bauds";
        };
    }

    private int tell(Outcome outcome, Path folder) {
        return switch (outcome) {
            case Outcome.Done(var written, var withoutWidth, var kept, var leftOut) -> {
                out.println("Import terminé : " + written.size() + " imprimante(s) dans « " + folder + " ».");
                if (!withoutWidth.isEmpty()) {
                    out.println(
                            "Largeur inconnue, à compléter avant de s’en servir : " + String.join(", ", withoutWidth));
                }
                if (!kept.isEmpty()) {
                    out.println("Gardés tels que vous les avez changés (--remplacer pour les écraser) : "
                            + String.join(", ", kept));
                }
                leftOut.forEach((model, why) -> out.println("Laissée de côté : « " + model + " », " + why + "."));
                yield 0;
            }
            case Outcome.Refused(var why) -> {
                err.println(why);
                err.println("Rien n’a été changé.");
                yield 1;
            }
        };
    }
}
