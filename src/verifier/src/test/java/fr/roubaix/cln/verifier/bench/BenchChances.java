package fr.roubaix.cln.verifier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.tirage.Lecture;
import fr.roubaix.cln.domaine.tirage.ListeDuTirage;
import fr.roubaix.cln.domaine.tirage.Resultat;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * {@code ./cln bench chances}: published lists drawn with 100,000 seeds under each reading, the seats held against the exact
 * chances. Options: {@code --graines N}, {@code --graine N} (of the dice). Fails where chance alone would do so once in a
 * million times.
 */
public final class BenchChances {

    private static final double SUSPECT = 1e-6;
    private static final List<String> LISTS = List.of("v06-trois-femmes-critere-3", "v12-cas-melanges");

    private BenchChances() {}

    public static void main(String... args) throws IOException {
        int seeds = (int) option(args, "--graines", 100_000);
        long seed = option(args, "--graine", 20_270_613);
        Path vectors = Path.of(System.getProperty("cln.racine", "."), "src/verifier/src/test/resources/vectors/tirage");
        var report = new BenchReport("chances", Clock.systemUTC()).figure("graines par groupe", seeds, "");
        int groups = 0;
        int suspect = 0;
        for (String name : LISTS) {
            var liste = read(Files.readAllBytes(vectors.resolve(name + ".csv")));
            for (Lecture lecture : Lecture.values()) {
                var measured = MeasuredChances.measure(liste, lecture, seeds, new Random(seed));
                var least = measured.stream()
                        .min(Comparator.comparingDouble(MeasuredChances.Group::probability))
                        .orElseThrow();
                groups += measured.size();
                suspect += (int)
                        measured.stream().filter(g -> g.probability() < SUSPECT).count();
                report.figure(name + ", " + lecture + ", groupes", measured.size(), "")
                        .figure(name + ", " + lecture + ", plus petite probabilité", least.probability(), least.name());
            }
        }
        report.figure("groupes", groups, "").figure("groupes suspects", suspect, "");
        System.out.print(report.table());
        System.out.println(report.write());
        if (suspect > 0) {
            System.exit(1);
        }
    }

    private static ListeDuTirage read(byte[] bytes) {
        return switch (ListeDuTirage.lire(bytes)) {
            case Resultat.Accepte(var liste) -> liste;
            case Resultat.Refuse(var defaut) -> throw new IllegalStateException(defaut.phrase());
        };
    }

    private static long option(String[] args, String name, long otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return Long.parseLong(args[i + 1]);
            }
        }
        return otherwise;
    }
}
