package fr.roubaix.cln.hub.privacy;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.commandes.Arguments;
import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.RegistreDUneCopie;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.storage.PostgresAddress;
import fr.roubaix.cln.storage.StartupRefusedException;

/**
 * {@code ./cln trousseau phrase}: puts the keys of a stopped hub under another phrase. A command rather than a screen,
 * since whoever changes the phrase must also change what the hub reads at its next start. Ends with 0 when done, 1 when
 * refused.
 */
public final class ChangementDePhrase {

    private static final String USAGE = """
            Usage : ./cln trousseau phrase [--dossier DOSSIER_DU_HUB] [--phrase-fichier FICHIER] [--nouvelle-fichier FICHIER] [--base ADRESSE]
            Sans fichier, les phrases sont demandées au clavier, sans être affichées.""";

    private final PrintStream out;
    private final PrintStream err;
    private final Function<String, Optional<String>> clavier;
    private final Clock clock;

    /** @param clavier asks without showing what is typed; empty when nobody is there */
    ChangementDePhrase(PrintStream out, PrintStream err, Function<String, Optional<String>> clavier, Clock clock) {
        this.out = out;
        this.err = err;
        this.clavier = clavier;
        this.clock = clock;
    }

    public static void main(String[] args) {
        Arguments.taireLesBibliotheques();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new ChangementDePhrase(out, err, ChangementDePhrase::demander, Clock.systemUTC())
                .run(List.of(args), System.getenv()));
    }

    int run(List<String> args, Map<String, String> environment) {
        var donnes = new Arguments(args, environment);
        Optional<String> dossier = donnes.valeur("--dossier");
        if (dossier.isEmpty()) {
            err.println(USAGE);
            return 1;
        }
        try (var base = base(donnes, Path.of(dossier.get()))) {
            changer(Path.of(dossier.get()), donnes, base);
            return 0;
        } catch (PhraseRefuseeException e) {
            err.println(OuvertureDuTrousseau.refusee(TrousseauFile.chemin(Path.of(dossier.get())))
                    + " Rien n’a été changé.");
        } catch (StartupRefusedException e) {
            err.println(e.getMessage());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            err.println("Le fichier de clés « " + TrousseauFile.chemin(Path.of(dossier.get()))
                    + " » est abîmé, ou ne peut être ni lu ni remplacé. Rien n’a été changé. Vérifiez les droits du"
                    + " dossier et la place sur le disque, puis recommencez.");
        }
        return 1;
    }

    /** Held until the end: a hub that runs knows the phrase before, and would not read its own file any more. */
    private static Database base(Arguments donnes, Path dossier) {
        var address = donnes.base();
        if (!Files.exists(TrousseauFile.chemin(dossier)) || TrousseauFile.enClair(dossier)) {
            throw new StartupRefusedException("Il n’y a pas de fichier de clés sous phrase de passe dans « " + dossier
                    + " ». Indiquez le dossier du hub avec --dossier.");
        }
        return address.isPresent()
                ? Database.postgres(PostgresAddress.parse(address.get()))
                : Database.sqlite(dossier.resolve("hub.db"));
    }

    private void changer(Path dossier, Arguments donnes, Database base) {
        var trousseau = TrousseauFile.dans(dossier, ancienne(dossier, donnes));
        String avant = trousseau.contenu().empreinte();
        var nouvelle = nouvelle(donnes);
        new TransactionTemplate(new JdbcTransactionManager(base.dataSource())).executeWithoutResult(_ -> {
            RegistreDUneCopie.inscrire(
                    JdbcClient.create(base.template()),
                    "trousseau phrase",
                    Acte.PHRASE_CHANGEE.sur("trousseau"),
                    clock.instant());
            trousseau.changerDePhrase(nouvelle);
        });
        if (!TrousseauFile.dans(dossier, nouvelle).contenu().empreinte().equals(avant)) {
            throw new IllegalStateException("the file does not hold the same keys any more");
        }
        dire(dossier, oublierCelleDuDossier(dossier, donnes));
    }

    private PhraseDePasse ancienne(Path dossier, Arguments donnes) {
        var fichier = donnes.valeur("--phrase-fichier").orElse("");
        return fichier.isBlank()
                ? clavier.apply("Phrase de passe actuelle : ")
                        .map(PhraseDePasse::de)
                        .or(() -> PhraseDePasse.trouver(dossier, "", donnes.environnement()))
                        .orElseThrow(OuvertureDuTrousseau::sansPhrase)
                : PhraseDePasse.trouver(dossier, fichier, donnes.environnement())
                        .orElseThrow(OuvertureDuTrousseau::sansPhrase);
    }

    private PhraseDePasse nouvelle(Arguments donnes) {
        var nouvelle = donnes.valeur("--nouvelle-fichier")
                .map(fichier -> PhraseDePasse.lire(Path.of(fichier)))
                .orElseGet(this::nouvelleAuClavier);
        if (!nouvelle.solide()) {
            throw new StartupRefusedException(
                    "La nouvelle phrase de passe est trop courte : donnez au moins " + PhraseDePasse.MINIMUM
                            + " caractères, par exemple cinq mots pris au hasard. Rien n’a été changé.");
        }
        return nouvelle;
    }

    private PhraseDePasse nouvelleAuClavier() {
        String une = clavier.apply("Nouvelle phrase de passe : ")
                .orElseThrow(() -> new StartupRefusedException(
                        "Donnez la nouvelle phrase de passe par --nouvelle-fichier. Rien n’a été changé."));
        if (!clavier.apply("La même, encore une fois : ").equals(Optional.of(une))) {
            throw new StartupRefusedException(
                    "Les deux saisies de la nouvelle phrase diffèrent. Rien n’a été changé. Recommencez.");
        }
        return PhraseDePasse.de(une);
    }

    /** The phrase that the hub made for itself opens nothing any more, and must not be taken for the right one. */
    private static boolean oublierCelleDuDossier(Path dossier, Arguments donnes) {
        Path fichier = dossier.resolve(PhraseDePasse.FICHIER);
        try {
            boolean cestLaNouvelle = donnes.valeur("--nouvelle-fichier")
                    .map(nom -> Path.of(nom).toAbsolutePath().equals(fichier.toAbsolutePath()))
                    .orElse(false);
            return !cestLaNouvelle && Files.deleteIfExists(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + fichier, e);
        }
    }

    private void dire(Path dossier, boolean celleDuDossierRetiree) {
        out.println("La phrase de passe du trousseau est changée.");
        if (celleDuDossierRetiree) {
            out.println("  Le fichier « " + dossier.resolve(PhraseDePasse.FICHIER)
                    + " », qui contenait l’ancienne, a été supprimé.");
        }
        out.println(
                "  Avant de relancer   donnez la nouvelle phrase au hub, là où il lisait l’ancienne (fichier, variable "
                        + PhraseDePasse.VARIABLE + " ou credential) : avec l’ancienne il ne démarre plus.");
        out.println("  Plusieurs hubs      arrêtez-les tous, copiez ce fichier « trousseau » dans le dossier de chacun,"
                + " avec la même phrase.");
        out.println("  Exports déjà faits  ils gardent l’ancienne phrase : elle les ouvre toujours, la nouvelle non."
                + " Refaites et prouvez les deux (écran « Trousseau »), puis détruisez les anciens.");
        out.println(
                "  Si l’ancienne a pu être lue par quelqu’un, changez aussi les clés et la clé maîtresse : un ancien"
                        + " export livre celles qu’il contient.");
        out.println("  Notez la nouvelle phrase ailleurs que sur cette machine. Perdue, rien ne rouvre ce que le hub a"
                + " scellé.");
    }

    private static Optional<String> demander(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s", question))
                .map(String::new);
    }
}
