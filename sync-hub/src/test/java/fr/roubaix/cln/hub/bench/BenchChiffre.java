package fr.roubaix.cln.hub.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

import fr.roubaix.cln.hub.register.MesureDuRegistre;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.testkit.bench.BenchReport;

/** What secrecy and proof cost at the hub. {@code ./cln bench chiffre [--petit] [--partie PARTIE]…} */
public final class BenchChiffre {

    /** What can be measured alone. */
    private enum Partie {
        REGISTRE,
        INDEX,
        CONNEXION;

        String nom() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Partie> lire(String nom) {
            return Arrays.stream(values())
                    .filter(partie -> partie.nom().equals(nom))
                    .findFirst();
        }
    }

    private final boolean petit;
    private final BenchReport report = new BenchReport("chiffre", Clock.systemUTC());
    private final Path folder;

    private BenchChiffre(boolean petit, Path folder) {
        this.petit = petit;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        boolean petit = false;
        Set<Partie> parties = EnumSet.noneOf(Partie.class);
        for (int i = 0; i < arguments.length; i++) {
            Optional<Partie> partie = arguments[i].equals("--partie") && i + 1 < arguments.length
                    ? Partie.lire(arguments[++i])
                    : Optional.empty();
            if (partie.isPresent()) {
                parties.add(partie.get());
            } else if (arguments[i].equals("--petit")) {
                petit = true;
            } else {
                refuse(arguments[i]);
            }
        }
        quiet();
        Path folder = Files.createTempDirectory("cln-bench-chiffre");
        try {
            new BenchChiffre(petit, folder).run(parties.isEmpty() ? EnumSet.allOf(Partie.class) : parties);
        } finally {
            BenchSync.delete(folder);
        }
    }

    private void run(Set<Partie> parties) throws Exception {
        for (Partie partie : parties) {
            System.out.println("Mesure : " + partie.nom() + "…");
            switch (partie) {
                case REGISTRE -> registre();
                case INDEX -> index();
                case CONNEXION -> connexion();
            }
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private void registre() throws Exception {
        try (var database = Database.sqlite(folder.resolve("registre").resolve("hub.db"))) {
            registre(database, "sqlite");
        }
        try (var server = BenchSync.durable();
                var database = Database.postgres(BenchSync.address(server, "postgres"))) {
            registre(database, "postgresql");
        }
    }

    private void registre(Database database, String name) {
        database.migrate("db/migration");
        int rounds = petit ? 3 : 9;
        int actes = petit ? 100 : 500;
        var mesure = new MesureDuRegistre(database);
        var rates = new double[rounds];
        var bare = new double[rounds];
        var ratios = new double[rounds];
        // The first round warms up.
        for (int round = -1; round < rounds; round++) {
            long from = (round + 1L) * actes;
            // Neither goes always first.
            double before = round % 2 == 0 ? mesure.inscrire(actes) : 0;
            double insert = mesure.inserer(actes, from);
            double append = round % 2 == 0 ? before : mesure.inscrire(actes);
            if (round >= 0) {
                rates[round] = actes / append;
                bare[round] = actes / insert;
                ratios[round] = insert / append;
            }
        }
        mesure.verifier((rounds + 1L) * actes);
        report.figure("actes_par_seconde_" + name, Figures.median(rates), "actes/s");
        report.figure("insertion_brute_" + name, Figures.median(bare), "lignes/s");
        report.figure("ratio_registre_" + name, Figures.median(ratios), "x");
    }

    private void index() {
        int people = petit ? 2_000 : 50_000;
        double[] millis = BenchIndex.measure(folder.resolve("index"), people);
        report.figure("index_personnes", (double) people, "personnes");
        report.figure("index_ouverture", millis[0], "ms");
        report.figure("index_une_de_plus", millis[1], "ms");
    }

    private void connexion() throws Exception {
        int people = 30;
        int rounds = petit ? 3 : 9;
        try (var hub = HubUnderLoad.onSqlite(folder.resolve("connexion"))) {
            var bench = new BenchConnexion(hub);
            bench.register(people);
            bench.together(people);
            var alone = new double[rounds];
            var crowd = new double[rounds];
            var median = new double[rounds];
            var last = new double[rounds];
            long turnedAway = 0;
            for (int round = 0; round < rounds; round++) {
                alone[round] = bench.memoryOf(1);
                var together = bench.together(people);
                crowd[round] = bench.memoryOf(people);
                double[] millis = together.millis().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                median[round] = Figures.median(millis);
                last[round] = Figures.percentile(millis, 100);
                turnedAway += together.turnedAway();
            }
            report.figure("connexions_ensemble", (double) people, "personnes");
            report.figure("connexion_reponse_p50", Figures.median(median), "ms");
            report.figure("connexion_reponse_de_la_derniere", Figures.median(last), "ms");
            report.figure("connexions_renvoyees", (double) turnedAway / rounds, "par vague");
            report.figure("connexion_memoire_seule", Figures.median(alone), "Mio");
            report.figure("connexion_memoire_de_trente", Figures.median(crowd), "Mio");
            report.figure("ratio_memoire_trente_sur_une", Figures.median(crowd) / Figures.median(alone), "x");
        }
    }

    /** What the libraries say of their own work would drown the figures. */
    private static void quiet() {
        var logging = LoggingSystem.get(BenchChiffre.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }

    private static void refuse(String option) {
        System.err.println("Option inconnue : " + option + ". Options : --petit, --partie "
                + Arrays.stream(Partie.values()).map(Partie::nom).collect(Collectors.joining("|")) + ".");
        System.exit(2);
    }
}
