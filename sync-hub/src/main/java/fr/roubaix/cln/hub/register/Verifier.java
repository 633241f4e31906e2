package fr.roubaix.cln.hub.register;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.hub.commandes.Arguments;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.DatabaseRefusedException;
import fr.roubaix.cln.storage.PostgresAddress;

/**
 * {@code ./cln registre verifier}: follows the chain of a hub's register, the hub stopped on SQLite, running or not on
 * PostgreSQL. Ends with 0 when it is whole, 1 when it is broken, 2 when nothing could be verified.
 */
public final class Verifier {

    private static final String USAGE = """
            Usage : ./cln registre verifier [--dossier DOSSIER_DU_HUB] [--base postgresql://utilisateur:mot-de-passe@serveur:5432/base]
            L’adresse peut aussi être donnée par la variable CLN_BASE.""";

    private final PrintStream out;
    private final PrintStream err;

    Verifier(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        Arguments.taireLesBibliotheques();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Verifier(out, err).run(List.of(args), System.getenv()));
    }

    int run(List<String> args, Map<String, String> environment) {
        var donnes = new Arguments(args, environment);
        Optional<String> folder = donnes.valeur("--dossier");
        Optional<String> base = donnes.base();
        if (folder.isEmpty() && base.isEmpty()) {
            err.println(USAGE);
            return 2;
        }
        try (Database database = base.isPresent()
                ? Database.postgres(PostgresAddress.parse(base.get()))
                : sqlite(Path.of(folder.orElseThrow()).resolve("hub.db"))) {
            return tell(Lignes.verifier(JdbcClient.create(database.template())));
        } catch (DatabaseRefusedException e) {
            err.println(e.getMessage());
            return 2;
        } catch (DataAccessException _) {
            err.println("Cette base n’a pas de registre : démarrez une fois cette version du hub, puis recommencez.");
            return 2;
        }
    }

    private static Database sqlite(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseRefusedException(
                    "La base « " + file + " » n’existe pas. Indiquez le dossier du hub avec --dossier.");
        }
        return Database.sqlite(file);
    }

    private int tell(Constat constat) {
        return switch (constat) {
            case Constat.Intacte intacte -> {
                out.println(intacte.phrase());
                out.println("Ligne " + intacte.tete().numero() + ", empreinte "
                        + intacte.tete().empreinte());
                yield 0;
            }
            case Constat.Rompue rompue -> {
                err.println("REGISTRE ROMPU. " + rompue.phrase());
                err.println("Les lignes d’avant sont intactes. Gardez cette base telle qu’elle est, comparez-la à la"
                        + " dernière sauvegarde d’avant cette ligne, et prévenez l’administration et le délégué à la"
                        + " protection des données.");
                yield 1;
            }
        };
    }
}
