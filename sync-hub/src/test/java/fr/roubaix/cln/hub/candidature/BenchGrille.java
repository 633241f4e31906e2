package fr.roubaix.cln.hub.candidature;

import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.bench.HubInProcess;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.testkit.doublon.JeuDeDoublons;

/**
 * What the server does between a click and the first rows of the list, with 50,000 applications: reads what changed, looks for
 * likenesses, filters, sorts, gives fifty rows. Each round follows a decision, so that nothing is as it was. {@code ./cln bench
 * grille [--petit]}. Goal: p95 under 300 ms.
 */
public final class BenchGrille {

    private static final List<Secteur> SECTEURS = List.of(Secteur.values());
    private static final List<ListeMontree.Tri> TRIS = List.of(ListeMontree.Tri.values());
    private static final int PREMIERES = 50;

    private BenchGrille() {}

    public static void main(String[] arguments) throws Exception {
        boolean petit = Arrays.asList(arguments).contains("--petit");
        var dossier = Files.createTempDirectory("cln-bench-grille");
        LoggingSystem.get(BenchGrille.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var report = new BenchReport("grille", Clock.systemUTC());
        try (var hub = HubInProcess.start(dossier)) {
            hub.openCall();
            hub.receive(JeuDeDoublons.de(petit ? 2_000 : 50_000, 2025));
            hub.signIn();
            mesurer(hub, report, petit ? 20 : 200);
        } finally {
            try (var fichiers = Files.walk(dossier)) {
                fichiers.sorted(java.util.Comparator.reverseOrder())
                        .forEach(fichier -> fichier.toFile().delete());
            }
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void mesurer(HubInProcess hub, BenchReport report, int tours) {
        var index = hub.bean(IndexDeLAppel.class);
        var doublons = hub.bean(DoublonsDeLAppel.class);
        var examen = hub.bean(ExamenDesCandidatures.class);
        var liste = new ListeMontree();
        double ouverture = millis(() -> montrer(liste, index, doublons, 0));
        double[] durees = new double[tours];
        double[] decisions = new double[tours];
        for (int tour = 0; tour < tours; tour++) {
            int place = tour * 7;
            var vu = liste.toutes().get(place).dossier().vu();
            decisions[tour] = millis(() -> examen.declarerRecevable(vu));
            int n = tour;
            durees[tour] = millis(() -> montrer(liste, index, doublons, n));
        }
        Arrays.sort(durees);
        Arrays.sort(decisions);
        report.figure("candidatures", (double) liste.toutes().size(), "candidatures");
        report.figure("premiere_ouverture", ouverture, "ms");
        report.figure("premieres_lignes_p50", durees[tours / 2], "ms");
        report.figure("premieres_lignes_p95", durees[tours * 95 / 100], "ms");
        report.figure("decision_p95", decisions[tours * 95 / 100], "ms");
    }

    /** What a screen does when it opens, is filtered and sorted. */
    private static void montrer(ListeMontree liste, IndexDeLAppel index, DoublonsDeLAppel doublons, int tour) {
        liste.poser(index.lignes(HubInProcess.APPEL), doublons.concernees(HubInProcess.APPEL));
        var secteur = SECTEURS.get(tour % SECTEURS.size());
        liste.filtrer(ligne -> tour % 2 == 0
                || ligne.dossier().secteur() == secteur
                || ligne.cle().contains("ben"));
        var tri = TRIS.get(tour % TRIS.size());
        var page = liste.page(new Query<>(
                        0,
                        PREMIERES,
                        List.of(new QuerySortOrder(
                                tri.name(), tour % 3 == 0 ? SortDirection.DESCENDING : SortDirection.ASCENDING)),
                        null,
                        null))
                .toList();
        if (page.size() != PREMIERES) {
            throw new IllegalStateException("fifty rows were asked for, " + page.size() + " came");
        }
    }

    private static double millis(Runnable travail) {
        long debut = System.nanoTime();
        travail.run();
        return (System.nanoTime() - debut) / 1e6;
    }
}
