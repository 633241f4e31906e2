package fr.roubaix.cln.hub.tirage;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.pdfbox.Loader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.ClasseAge;
import fr.roubaix.cln.domaine.habitant.Sexe;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.domaine.tirage.Des;
import fr.roubaix.cln.domaine.tirage.Graine;
import fr.roubaix.cln.domaine.tirage.IdDeListe;
import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.Ligne;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.domaine.tirage.TirageAuSort;
import fr.roubaix.cln.domaine.tirage.VersionDuReglement;
import fr.roubaix.cln.hub.bench.HubInProcess;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.verifier.PvJson;

/**
 * The procès-verbal of a draw among 5,000: what the closing writes in its transaction, then the PDF typeset from it outside
 * of any. {@code ./cln bench pv [--petit] [--tours N]}. Goal: under 5 s for the PDF, on the memory that a hub is given.
 */
public final class BenchPv {

    private static final CeremonieId.Publique ID = new CeremonieId.Publique(HubInProcess.APPEL);
    private static final String DES = "407291380556213799028815504417";
    private static final double MEBI = 1 << 20;

    private BenchPv() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments);
        int candidats = options.contains("--petit") ? 200 : 5_000;
        int place = options.indexOf("--tours");
        int tours = place >= 0 && place + 1 < options.size() ? Integer.parseInt(options.get(place + 1)) : 7;
        var dossier = Files.createTempDirectory("cln-bench-pv");
        LoggingSystem.get(BenchPv.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var report = new BenchReport("pv", Clock.systemUTC());
        try (var hub = HubInProcess.start(dossier)) {
            hub.openCall();
            clore(hub.bean(JdbcClient.class), liste(candidats));
            mesurer(hub, candidats, tours, report);
        } finally {
            try (var fichiers = Files.walk(dossier)) {
                fichiers.sorted(java.util.Comparator.reverseOrder())
                        .forEach(fichier -> fichier.toFile().delete());
            }
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void mesurer(HubInProcess hub, int candidats, int tours, BenchReport report) throws Exception {
        var garde = hub.bean(GardeDesPieces.class);
        var pieces = hub.bean(PiecesDuTirage.class);
        var jdbc = hub.bean(JdbcClient.class);
        var transaction = new TransactionTemplate(hub.bean(PlatformTransactionManager.class));
        double[] clotures = new double[tours];
        double[] durees = new double[tours];
        double tas = 0;
        byte[] pdf = new byte[0];
        for (int tour = 0; tour < tours; tour++) {
            jdbc.sql("DELETE FROM pieces_du_tirage").update();
            clotures[tour] = millis(() -> transaction.executeWithoutResult(_ -> garde.garder(ID)));
            System.gc();
            tas().forEach(MemoryPoolMXBean::resetPeakUsage);
            durees[tour] = millis(() -> garde.pdf(ID));
            tas = Math.max(
                    tas,
                    tas().stream()
                            .mapToDouble(
                                    bassin -> (double) bassin.getPeakUsage().getUsed())
                            .sum());
            byte[] composee = pieces.pdf(ID).orElseThrow();
            if (tour > 0 && !Arrays.equals(pdf, composee)) {
                throw new IllegalStateException("the same procès-verbal gave other bytes");
            }
            pdf = composee;
        }
        report.figure("candidatures", (double) candidats, "candidatures");
        try (var document = Loader.loadPDF(pdf)) {
            report.figure("pages", (double) document.getNumberOfPages(), "pages");
        }
        report.figure("taille", pdf.length / MEBI, "Mio");
        report.figure("cloture", mediane(clotures), "ms");
        report.figure("pdf_a_froid", durees[0], "ms");
        report.figure("pdf", mediane(durees), "ms");
        report.figure("tas", tas / MEBI, "Mio");
    }

    private static List<MemoryPoolMXBean> tas() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bassin -> bassin.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double millis(Runnable acte) {
        long debut = System.nanoTime();
        acte.run();
        return (System.nanoTime() - debut) / 1e6;
    }

    private static double mediane(double[] valeurs) {
        double[] triees = valeurs.clone();
        Arrays.sort(triees);
        return triees[triees.length / 2];
    }

    /** A draw as people lead it, whose pieces are not made yet. */
    private static void clore(JdbcClient jdbc, ListeDuTirage liste) {
        var graine = Graine.de(Lecture.PRIORITE_ABSOLUE, liste, new Des(DES));
        TirageDEssai.arreter(jdbc, HubInProcess.APPEL, liste);
        var essai = TirageDEssai.de(jdbc, HubInProcess.APPEL);
        essai.confirmerLePlan(Lecture.PRIORITE_ABSOLUE);
        essai.ouvrir("Mme Delcourt", "M. Amrani");
        essai.lancer(DES);
        essai.confirmerLaGraine();
        essai.tirer(PvJson.write(TirageAuSort.tirer(liste, graine, VersionDuReglement.DE_2025)));
        essai.proclamer();
        essai.clore("Rien à redire.");
    }

    private static ListeDuTirage liste(int candidats) {
        var hasard = new Random(2025);
        var lignes = new ArrayList<Ligne>();
        for (int i = 0; i < candidats; i++) {
            lignes.add(new Ligne(
                    IdDeListe.de(new ReceiptCode(i * 7_919L)),
                    un(Secteur.values(), hasard),
                    un(Sexe.values(), hasard),
                    un(ClasseAge.values(), hasard),
                    fr.roubaix.cln.domaine.tirage.Qualite.CANDIDAT));
        }
        return switch (ListeDuTirage.de(lignes)) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new IllegalStateException(defaut.phrase());
        };
    }

    private static <T> T un(T[] valeurs, Random hasard) {
        return valeurs[hasard.nextInt(valeurs.length)];
    }
}
