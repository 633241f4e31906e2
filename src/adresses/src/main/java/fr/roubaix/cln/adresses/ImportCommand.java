package fr.roubaix.cln.adresses;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.roubaix.cln.adresses.Import.BadLines;
import fr.roubaix.cln.adresses.Import.Done;
import fr.roubaix.cln.adresses.Import.Refused;
import fr.roubaix.cln.adresses.Import.Report;

/**
 * {@code ./cln importer ban FILE} and {@code ./cln importer secteurs FILE}: puts public files into the address book of a
 * hub, running or stopped. Ends with 0 when done, 1 when the file is refused, 2 when the command is not understood.
 */
public final class ImportCommand {

    /** Name of the address book in the data folder of a hub or of a kiosk. */
    public static final String FILE = "adresses.db";

    private static final String USAGE = """
            Usage : ./cln importer ban FICHIER.csv[.gz] [--dossier DOSSIER_DU_HUB] [--sans-les-mauvaises]
                    ./cln importer secteurs FICHIER.geojson [--dossier DOSSIER_DU_HUB]""";

    private static final String LEAVE_OUT = "--sans-les-mauvaises";

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    ImportCommand(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ImportCommand(out, err, Clock.systemUTC()).run(List.of(args)));
    }

    int run(List<String> given) {
        var args = new ArrayList<>(given);
        boolean leaveOut = args.remove(LEAVE_OUT);
        Optional<String> folder = value(args);
        if (folder.isEmpty() || args.size() != 2) {
            err.println(USAGE);
            return 2;
        }
        try {
            Path into = Path.of(folder.get());
            if (!Files.isDirectory(into)) {
                err.println("Le dossier « " + into + " » n’existe pas. Indiquez celui du hub avec --dossier.");
                return 2;
            }
            return run(args.getFirst(), Path.of(args.getLast()), into, leaveOut);
        } catch (InvalidPathException e) {
            err.println("« " + e.getInput() + " » n’est pas le nom d’un fichier.");
            return 2;
        }
    }

    private int run(String what, Path file, Path folder, boolean leaveOut) {
        var importer = new AddressImport(folder.resolve(FILE), clock, this::progress);
        return switch (what) {
            case "ban" -> tell(importer.addresses(file, leaveOut));
            case "secteurs" -> tell(importer.sectors(file));
            default -> {
                err.println(USAGE);
                yield 2;
            }
        };
    }

    /** Takes the option and its value out of the arguments. */
    private static Optional<String> value(List<String> args) {
        int at = args.indexOf("--dossier");
        if (at < 0 || at + 1 >= args.size()) {
            return Optional.empty();
        }
        String value = args.remove(at + 1);
        args.remove(at);
        return Optional.of(value);
    }

    private void progress(long lines, long bytes, long all) {
        long percent = all == 0 ? 100 : 100 * bytes / all;
        out.println("  " + percent + " %   " + number(lines) + " lignes lues");
    }

    private int tell(Import result) {
        return switch (result) {
            case Done(var report) -> {
                tell(report);
                yield 0;
            }
            case Refused(var message, var bad) -> {
                err.println(message);
                tell(bad, err);
                err.println("Rien n’a été changé.");
                yield 1;
            }
        };
    }

    private void tell(Report report) {
        out.println("Import terminé.");
        out.println("  Fichier      " + report.source().file() + " (SHA-256 "
                + report.source().sha256() + ")");
        out.println("  Rues         " + number(report.streets()));
        out.println("  Adresses     " + number(report.addresses())
                + (report.duplicates() > 0 ? " (" + number(report.duplicates()) + " en double écartées)" : ""));
        report.holes().forEach(out::println);
        if (!report.sectorsKnown()) {
            out.println("Les secteurs ne sont pas encore importés : lancez « ./cln importer secteurs FICHIER ».");
        } else if (report.addresses() == 0) {
            out.println("Les adresses ne sont pas encore importées : lancez « ./cln importer ban FICHIER ».");
        } else if (report.outside().total() > 0) {
            out.println(number(report.outside().total())
                    + " adresse(s) ne sont dans aucun secteur, ou dans deux ; un agent confirmera leur secteur :");
            report.outside().first().forEach(one -> out.println("  " + one));
        }
        if (report.badLines().total() > 0) {
            long total = report.badLines().total();
            out.println(number(total) + (total > 1 ? " lignes laissées de côté :" : " ligne laissée de côté :"));
            tell(report.badLines(), out);
        }
        out.println("Le hub et les bornes s’en serviront d’eux-mêmes, sans redémarrer.");
    }

    private static void tell(BadLines bad, PrintStream to) {
        bad.first().forEach(line -> to.println("  ligne " + line.number() + " : " + line.why()));
        long more = bad.total() - bad.first().size();
        if (more > 0) {
            to.println("  … et " + number(more) + " autres.");
        }
    }

    private static String number(long number) {
        return String.format(Locale.FRANCE, "%,d", number);
    }
}
