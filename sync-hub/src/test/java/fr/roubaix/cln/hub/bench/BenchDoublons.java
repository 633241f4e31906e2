package fr.roubaix.cln.hub.bench;

import java.time.Clock;
import java.util.Arrays;

import fr.roubaix.cln.domaine.doublon.RechercheDeDoublons;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.testkit.doublon.JeuDeDoublons;

/**
 * Finds those who apply twice among the people of a large call. {@code ./cln bench doublons [--petit] [--graine N]}. Goal:
 * under 5 s for 50,000.
 */
public final class BenchDoublons {

    private static final int TOURS = 3;

    private BenchDoublons() {}

    public static void main(String[] arguments) throws Exception {
        boolean petit = Arrays.asList(arguments).contains("--petit");
        int place = Arrays.asList(arguments).indexOf("--graine");
        long graine = place >= 0 && place + 1 < arguments.length ? Long.parseLong(arguments[place + 1]) : 2025;
        var report = new BenchReport("doublons", Clock.systemUTC());
        var jeu = JeuDeDoublons.de(petit ? 5_000 : 50_000, graine);
        var durees = new double[TOURS];
        double ajout = 0;
        for (int tour = 0; tour < TOURS; tour++) {
            long debut = System.nanoTime();
            var recherche = new RechercheDeDoublons();
            jeu.depots().forEach(depot -> recherche.mettre(depot.traits()));
            var toutes = recherche.toutes();
            durees[tour] = (System.nanoTime() - debut) / 1e6;
            long encore = System.nanoTime();
            jeu.depots().subList(0, 1_000).forEach(depot -> recherche.mettre(depot.traits()));
            ajout = (System.nanoTime() - encore) / 1e9;
            if (tour == 0) {
                var bilan = jeu.comparer(toutes);
                report.figure("personnes", (double) jeu.depots().size(), "personnes");
                report.figure("doublons_du_jeu", (double) bilan.attendues(), "paires");
                report.figure("paires_montrees", (double) bilan.trouvees(), "paires");
                report.figure("precision", 100 * bilan.precision(), "%");
                report.figure("rappel", 100 * bilan.rappel(), "%");
            }
        }
        report.figure("duree_a_froid", durees[0], "ms");
        report.figure("duree", Figures.median(durees), "ms");
        report.figure("une_personne_de_plus", ajout, "ms");
        System.out.print(report.table());
        System.out.println(report.write());
    }
}
