package fr.roubaix.cln.hub.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import fr.roubaix.cln.hub.bench.Bureau.Allure;
import fr.roubaix.cln.hub.bench.Bureau.Clic;
import fr.roubaix.cln.hub.bench.Bureau.Mesure;
import fr.roubaix.cln.testkit.bench.BenchReport;
import fr.roubaix.cln.testkit.doublon.JeuDeDoublons;

/**
 * Twenty-five members of staff at work on one hub, in the memory that a hub is given: {@code ./cln bench bureau
 * [--candidatures N] [--tours N] [--petit]}. How long a click takes them, and what the process holds. Goal: p95 under 200 ms.
 */
public final class BenchBureau {

    private static final int COLLEGUES = 25;
    private static final long GRAINE = 2025;
    private static final Duration REFLEXION = Duration.ofSeconds(4);

    private BenchBureau() {}

    public static void main(String[] arguments) throws Exception {
        // A screen without a browser speaks the language of the machine.
        Locale.setDefault(Locale.FRANCE);
        var donnes = Arrays.asList(arguments);
        boolean petit = donnes.contains("--petit");
        int candidatures = petit ? 500 : nombre(donnes, "--candidatures", 50_000);
        int tours = petit ? 1 : nombre(donnes, "--tours", 3);
        var dossier = Files.createTempDirectory("cln-bench-bureau");
        LoggingSystem.get(BenchBureau.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var report = new BenchReport("bureau", Clock.systemUTC());
        try (var hub = HubInProcess.start(dossier)) {
            hub.openCall();
            hub.receive(JeuDeDoublons.de(candidatures, GRAINE));
            report.figure("candidatures", candidatures, "candidatures");
            var chauffe = new Bureau(hub.context(), new Allure(COLLEGUES, 1, Duration.ofMillis(400), GRAINE));
            chauffe.travailler(() -> {});
            var bureau = new Bureau(hub.context(), new Allure(COLLEGUES, tours, REFLEXION, GRAINE + 1));
            ecrire(report, bureau.travailler(() -> memoire(report)));
        } finally {
            try (var fichiers = Files.walk(dossier)) {
                fichiers.sorted(java.util.Comparator.reverseOrder())
                        .forEach(fichier -> fichier.toFile().delete());
            }
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static int nombre(List<String> donnes, String option, int defaut) {
        int place = donnes.indexOf(option);
        return place < 0 ? defaut : Integer.parseInt(donnes.get(place + 1));
    }

    private static void ecrire(BenchReport report, Map<Clic, List<Mesure>> mesures) {
        var toutes = mesures.values().stream().flatMap(List::stream).toList();
        report.figure("clics", toutes.size(), "clics");
        for (int part : List.of(50, 95, 99)) {
            report.figure("clic_p" + part, Figures.percentile(duree(toutes), part), "ms");
        }
        for (int part : List.of(50, 95, 99)) {
            report.figure("calcul_p" + part, Figures.percentile(calcul(toutes), part), "ms");
        }
        mesures.forEach((clic, siennes) -> {
            String nom = clic.name().toLowerCase(Locale.ROOT);
            report.figure(nom + "_p95", Figures.percentile(duree(siennes), 95), "ms");
            report.figure(nom + "_calcul_p95", Figures.percentile(calcul(siennes), 95), "ms");
        });
    }

    private static double[] duree(List<Mesure> mesures) {
        return mesures.stream().mapToDouble(Mesure::duree).toArray();
    }

    private static double[] calcul(List<Mesure> mesures) {
        return mesures.stream().mapToDouble(Mesure::calcul).toArray();
    }

    /** While every session is open. */
    private static void memoire(BenchReport report) {
        report.figure("memoire_residente", residente() / 1024.0, "MiB");
        System.gc();
        report.figure(
                "tas_apres_ramassage",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0,
                "MiB");
    }

    /** In kibibytes, as the system sees it; 0 where it does not say. */
    private static long residente() {
        Path statut = Path.of("/proc/self/status");
        try {
            return !Files.exists(statut)
                    ? 0
                    : Files.readAllLines(statut).stream()
                            .filter(ligne -> ligne.startsWith("VmRSS:"))
                            .map(ligne -> ligne.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
