package fr.roubaix.cln.hub.migrer;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fr.roubaix.cln.hub.commandes.Arguments;
import fr.roubaix.cln.hub.privacy.DeplacementDesCles;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.PostgresAddress;

/**
 * {@code ./cln migrer}: copies the database of a stopped hub into an empty PostgreSQL database. The keys stay in the folder,
 * which the hub goes on using.
 */
public final class Migrer {

    private static final String USAGE = """
            Usage : ./cln migrer --dossier DOSSIER_DU_HUB --base postgresql://utilisateur:mot-de-passe@serveur:5432/base
            L’adresse peut aussi être donnée par la variable CLN_BASE : le mot de passe ne paraît alors sur aucune ligne de
            commande.""";

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    Migrer(Clock clock, PrintStream out, PrintStream err) {
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        Arguments.taireLesBibliotheques();
        System.exit(new Migrer(Clock.systemUTC(), System.out, System.err).run(List.of(args), System.getenv()));
    }

    /** Gives 0 once everything was copied and compared, 1 after a refusal, 2 when the command is not understood. */
    int run(List<String> args, Map<String, String> environment) {
        var donnes = new Arguments(args, environment);
        Optional<String> folder = donnes.valeur("--dossier");
        Optional<String> base = donnes.base();
        if (folder.isEmpty() || base.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try {
            migrate(Path.of(folder.get()), PostgresAddress.parse(base.get()));
            return 0;
        } catch (DatabaseRefusedException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private void migrate(Path folder, PostgresAddress address) {
        Path file = folder.resolve("hub.db");
        out.println("Copie de " + file + " vers " + address);
        var cles = new DeplacementDesCles(folder, clock);
        // Keys without records harm nobody; records without keys would be lost.
        out.println(String.format(Locale.FRANCE, "Clés des personnes : %,d copiées et relues", cles.copier(address)));
        var relocated = Database.relocate(file, address, "db/migration", clock.instant(), out::println);
        cles.quitterLeDossier();
        out.println(String.format(
                Locale.FRANCE,
                "Terminé : %,d lignes dans %d tables, relues et identiques des deux côtés.",
                relocated.rows(),
                relocated.contents().size()));
        out.println(
                "Démarrez maintenant le hub sur le même dossier, où restent ses clés, avec CLN_BASE ou --base. L’ancienne"
                        + " base est intacte et ne s’ouvrira plus par mégarde : gardez-la ou effacez-la.");
    }
}
