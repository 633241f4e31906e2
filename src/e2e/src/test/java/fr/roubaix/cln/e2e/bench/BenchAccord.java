package fr.roubaix.cln.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

import fr.roubaix.cln.e2e.verification.Agreement;
import fr.roubaix.cln.e2e.verification.Mutations;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * {@code ./cln bench accord}: random draws by the hub, the downloaded jar and the browser, and how many came out
 * differently anywhere; then how long the browser takes for five thousand people. Options: {@code --listes N} (10000),
 * {@code --graine N}.
 */
public final class BenchAccord {

    private BenchAccord() {}

    public static void main(String... args) throws IOException {
        int lists = Integer.parseInt(option(args, "--listes", "10000"));
        long seed = Long.parseLong(option(args, "--graine", "20270613"));
        Path folder = Files.createTempDirectory("cln-bench-accord");
        int disagreements;
        try (var agreement = new Agreement(folder);
                var mutations = new Mutations(folder)) {
            long start = System.nanoTime();
            var outcome = agreement.of(lists, seed);
            double seconds = (System.nanoTime() - start) / 1e9;
            outcome.disagreements().stream().limit(20).forEach(System.out::println);
            List<String> unseen = mutations.unseen(Mutations.all());
            unseen.stream().limit(20).forEach(System.out::println);
            disagreements = outcome.disagreements().size() + unseen.size();
            agreement.timesForFiveThousand();
            var times = agreement.timesForFiveThousand();
            var report = new BenchReport("accord", Clock.systemUTC())
                    .figure("listes", outcome.lists(), "")
                    .figure("tirées, les autres étant refusées partout", outcome.drawn(), "")
                    .figure("desaccords", outcome.disagreements().size(), "")
                    .figure("octets changés de 255 façons chacun", mutations.bytes(), "")
                    .figure("changements_non_vus", unseen.size(), "")
                    .figure("durée", seconds, "s")
                    .figure("navigateur, 5000 candidats", times.getOrDefault("tirage", -1.0), "ms")
                    .figure("5000 empreintes, Web Crypto", times.getOrDefault("navigateur", -1.0), "ms")
                    .figure("5000 empreintes, script seul", times.getOrDefault("script", -1.0), "ms");
            System.out.print(report.table());
            System.out.println(report.write());
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        if (disagreements > 0) {
            System.exit(1);
        }
    }

    private static String option(String[] args, String name, String otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return otherwise;
    }
}
