package fr.roubaix.cln.hub.sauvegarde;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.roubaix.cln.hub.privacy.CopieDesCles;
import fr.roubaix.cln.hub.privacy.SauvegardeChiffree;
import fr.roubaix.cln.hub.privacy.TrousseauFile;
import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.BackupFolder.Stored;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.web.FrenchDates;

/**
 * {@code ./cln restaurer --dossier D --sauvegarde FILE}: puts a backup in the place of the database of a hub that is
 * stopped. Without a backup it lists those that there are. Ends with 0 when done, 1 when refused.
 */
public final class Restaurer {

    private static final String PHRASE = "--phrase-fichier=";

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Restaurer(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Restaurer(out, err, Clock.systemUTC()).run(args));
    }

    int run(String... given) {
        String phrase = given.length > 0 && given[0].startsWith(PHRASE) ? given[0].substring(PHRASE.length()) : "";
        String[] args = phrase.isEmpty() ? given : Arrays.copyOfRange(given, 1, given.length);
        if (args.length < 1 || args.length > 2) {
            err.println("Dites dans quel dossier de hub restaurer, et quelle sauvegarde. Voyez « ./cln help ».");
            return 1;
        }
        Path dossier = Path.of(args[0]).toAbsolutePath();
        try {
            return args.length == 1 ? lister(dossier) : restaurer(dossier, Path.of(args[1]), phrase);
        } catch (StartupRefusedException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private int lister(Path dossier) {
        var sauvegardes = sauvegardes(dossier);
        if (sauvegardes.isEmpty()) {
            err.println("Il n’y a aucune sauvegarde dans « " + dossier.resolve(SauvegardesDuHub.DOSSIER)
                    + " ». Indiquez un fichier avec --sauvegarde.");
            return 1;
        }
        out.println("Sauvegardes vérifiées, la plus récente d’abord :");
        sauvegardes.forEach(une -> out.println("  " + FrenchDates.instant(une.at()) + "   " + une.file()));
        out.println("Arrêtez le hub, puis ajoutez --sauvegarde et l’un de ces fichiers.");
        return 0;
    }

    private int restaurer(Path dossier, Path copie, String phrase) {
        var trousseau = TrousseauFile.duHubArrete(dossier, phrase);
        boolean clesRemises = remettreLesCles(trousseau, dossier, copie);
        var restored = new RestaurationDuHub(dossier, trousseau).restaurer(copie, clock.instant());
        var contenu = restored.marked();
        out.println("La base du hub est restaurée.");
        out.println("  Sauvegarde      " + copie.toAbsolutePath());
        out.println("  Dernier envoi   "
                + contenu.dernierEnvoi().map(FrenchDates::instant).orElse("aucun"));
        out.println("  Candidatures    " + contenu.candidatures());
        out.println("  Chaînes         " + contenu.chaines() + " (" + contenu.enveloppes() + " enveloppes)");
        out.println("  Comptes         " + contenu.comptes());
        restored.aside()
                .ifPresent(aside ->
                        out.println("  Base remplacée  " + aside + " (gardée : supprimez-la quand tout est vérifié)"));
        out.println(
                clesRemises
                        ? "  Clés            remises depuis leur dernière copie"
                        : "  Clés            celles du dossier, gardées");
        out.println("  Effacements     ceux qui ont été demandés depuis seront rejoués au démarrage");
        plusRecente(dossier, copie)
                .ifPresent(recente -> out.println("Attention : ce n’est pas la sauvegarde la plus récente. Il y a « "
                        + recente.file() + " », du " + FrenchDates.instant(recente.at())
                        + ". Si c’est elle que vous vouliez, recommencez avec elle avant de relancer le hub."));
        if (restored.toRelocate()) {
            out.println("Ce hub travaille sur PostgreSQL, et y travaille encore avec l’ancienne base tant qu’il tourne."
                    + " Arrêtez tous les hubs. Créez une base PostgreSQL vide, puis lancez « ./cln migrer --dossier "
                    + dossier + " » vers elle : d’ici là, la base restaurée refuse de démarrer.");
        }
        out.println((restored.toRelocate() ? "Relancez ensuite les hubs sur cette nouvelle base." : "Relancez le hub.")
                + " Les bornes s’apercevront de la restauration et transmettront de nouveau, d’elles-mêmes,"
                + " ce qui manque.");
        out.println(
                "À refaire à la main, si cela date d’après la sauvegarde : comptes créés, bornes révoquées ou enrôlées,"
                        + " candidatures examinées, appels prolongés ou clos.");
        return 0;
    }

    /** The keys of the folder are later than any copy: only a folder without keys gets those of the copy. */
    private static boolean remettreLesCles(TrousseauFile trousseau, Path dossier, Path sauvegarde) {
        return !CopieDesCles.presentes(dossier)
                && Stream.of(
                                sauvegarde.toAbsolutePath().resolveSibling(CopieDesCles.NOM),
                                dossier.resolve(SauvegardesDuHub.DOSSIER).resolve(CopieDesCles.NOM))
                        .filter(Files::exists)
                        .findFirst()
                        .map(copie -> CopieDesCles.remettre(trousseau, copie, dossier))
                        .orElse(false);
    }

    private Optional<Stored> plusRecente(Path dossier, Path copie) {
        return sauvegardes(dossier).stream()
                .filter(une -> !une.toCome(clock.instant()))
                .findFirst()
                .filter(recente -> !same(recente.file(), copie));
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    /** Those made before backups were encrypted can be restored too. The newest first. */
    private static List<Stored> sauvegardes(Path dossier) {
        Path folder = dossier.resolve(SauvegardesDuHub.DOSSIER);
        return Stream.of(SauvegardeChiffree.SUFFIXE, ".db")
                .flatMap(suffixe -> new BackupFolder(folder, SauvegardesDuHub.NOM, suffixe).stored().stream())
                .sorted(Comparator.comparing(Stored::at).reversed())
                .toList();
    }
}
