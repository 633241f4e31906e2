package fr.roubaix.cln.adresses.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.adresses.Answer;
import fr.roubaix.cln.adresses.Import;
import fr.roubaix.cln.adresses.Misspelling;
import fr.roubaix.cln.adresses.Suggestion;
import fr.roubaix.cln.demo.AdressesFictives;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * {@code ./cln bench adresses}: a made-up town of 40 000 addresses in 1 500 streets. How long its import and each letter
 * typed take, and how often the right street of 300 misspelt ones is among the first three; beside it, what the trigrams
 * of SQLite's FTS5 would find in the same names. With {@code --gros} the import alone, of a file of 2 GiB as that of a whole
 * country is.
 */
public final class BenchAdresses {

    private static final int STREETS = 1_500;
    private static final int ADDRESSES = 40_000;
    private static final int MISSPELT = 300;
    private static final long SEED = 20_260_322L;
    private static final long HUGE = 2L << 30;

    private BenchAdresses() {}

    public static void main(String... args) throws IOException, SQLException {
        var report = new BenchReport("adresses", Clock.systemUTC());
        Path folder = Files.createTempDirectory("cln-bench-adresses");
        try {
            if (Arrays.asList(args).contains("--gros")) {
                huge(folder, report);
            } else {
                usual(folder, report);
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path one : files.toList()) {
                    Files.delete(one);
                }
            }
            Files.delete(folder);
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void usual(Path folder, BenchReport report) throws IOException, SQLException {
        var file = imported(folder, report);
        long before = used();
        long start = System.nanoTime();
        var book = AddressBook.open(file);
        report.figure("opening the base", millis(start), "ms");
        report.figure("memory of the base", (used() - before) / 1024.0 / 1024.0, "MiB");
        report.figure("size of the base", Files.size(file) / 1024.0 / 1024.0, "MiB");
        typing(book, report);
        misspelt(book, report);
    }

    /** The town in the middle of other towns' lines, until the file has 2 GiB. */
    private static void huge(Path folder, BenchReport report) throws IOException {
        var csv = folder.resolve("ban.csv");
        var town = AdressesFictives.ville(SEED, STREETS, ADDRESSES).toList();
        byte[] filler = filled(town.getFirst());
        try (var out = new BufferedOutputStream(Files.newOutputStream(csv), 1 << 20)) {
            out.write((String.join("\n", town) + "\n").getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < HUGE; written += filler.length) {
                out.write(filler);
            }
        }
        var importer = new AddressImport(folder.resolve("adresses.db"), Clock.systemUTC(), (_, _, _) -> {});
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        if (!(importer.addresses(csv, false) instanceof Import.Done(var done))) {
            throw new IllegalStateException("the huge file was refused");
        }
        report.figure("import of a huge file", millis(start) / 1000, "s");
        report.figure("its size", Files.size(csv) / 1024.0 / 1024.0, "MiB");
        report.figure("its lines", (double) done.source().read(), "lines");
        report.figure("addresses kept", done.addresses(), "addresses");
        report.figure(
                "heap, at most",
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == MemoryType.HEAP)
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        / 1024.0
                        / 1024.0,
                "MiB");
        report.figure("heap allowed", Runtime.getRuntime().maxMemory() / 1024.0 / 1024.0, "MiB");
    }

    /** Ten thousand lines of another town, in the columns of this file. */
    private static byte[] filled(String titles) {
        var values = Map.of(
                "numero", "1",
                "nom_voie", "Rue de l'Exemple Sans Fin",
                "code_postal", "59200",
                "code_insee", "59599",
                "nom_commune", "Tourcoing",
                "lon", "3.158",
                "lat", "50.722");
        String line = Arrays.stream(titles.split(";", -1))
                .map(title -> values.getOrDefault(title.strip(), ""))
                .collect(Collectors.joining(";"));
        return (line + "\n").repeat(10_000).getBytes(StandardCharsets.UTF_8);
    }

    private static Path imported(Path folder, BenchReport report) throws IOException {
        var csv = Files.write(
                folder.resolve("ban.csv"),
                AdressesFictives.ville(SEED, STREETS, ADDRESSES).toList());
        var sectors = Files.writeString(folder.resolve("secteurs.geojson"), AdressesFictives.secteurs());
        var file = folder.resolve("adresses.db");
        var importer = new AddressImport(file, Clock.systemUTC(), (_, _, _) -> {});
        importer.sectors(sectors);
        long start = System.nanoTime();
        if (!(importer.addresses(csv, false) instanceof Import.Done(var done))) {
            throw new IllegalStateException("the made-up town was refused");
        }
        report.figure("import of " + done.addresses() + " addresses", millis(start), "ms");
        return file;
    }

    /** Every beginning, from the third letter on, of 400 addresses: what a person sees while typing. */
    private static void typing(AddressBook book, BenchReport report) {
        var random = new Random(SEED);
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            times.clear();
            for (int i = 0; i < 200; i++) {
                String street = book.streets().get(random.nextInt(book.streets().size()));
                String typed = (1 + random.nextInt(60)) + " " + street;
                for (int end = 3; end <= typed.length(); end++) {
                    long start = System.nanoTime();
                    book.search(typed.substring(0, end), 3);
                    times.add(millis(start));
                }
            }
        }
        report.figure("suggestions, p50", at(times, 0.50), "ms");
        report.figure("suggestions, p95", at(times, 0.95), "ms");
        report.figure("suggestions, p99", at(times, 0.99), "ms");
    }

    private static void misspelt(AddressBook book, BenchReport report) throws SQLException {
        var random = new Random(SEED);
        var misspelling = new Misspelling(SEED);
        int[] found = new int[6];
        int fts3 = 0;
        int fts50 = 0;
        int begun3 = 0;
        int ftsBegun3 = 0;
        List<Double> times = new ArrayList<>();
        try (var trigrams = new Trigrams(book.streets())) {
            for (int i = 0; i < MISSPELT; i++) {
                String street = book.streets().get(random.nextInt(book.streets().size()));
                String typed = misspelling.of(street, i);
                long start = System.nanoTime();
                boolean right = firstThree(book, typed).contains(street);
                times.add(millis(start));
                found[i % 6] += right ? 1 : 0;
                if (!right) {
                    System.out.println("  missed: " + typed + " → " + street + ", found " + firstThree(book, typed));
                }
                var near = trigrams.search(typed);
                fts3 += near.subList(0, Math.min(3, near.size())).contains(street) ? 1 : 0;
                fts50 += near.contains(street) ? 1 : 0;
                String begun = "12 " + typed.substring(0, typed.length() * 2 / 3);
                begun3 += firstThree(book, begun).contains(street) ? 1 : 0;
                var nearBegun = trigrams.search(begun);
                ftsBegun3 += nearBegun.subList(0, Math.min(3, nearBegun.size())).contains(street) ? 1 : 0;
            }
            report.figure("trigrams of FTS5, p95", at(trigrams.times(), 0.95), "ms");
        }
        String[] ways = {
            "accents lost",
            "abbreviated",
            "one typing error",
            "two typing errors",
            "by ear",
            "by ear, abbreviated, no accents"
        };
        for (int way = 0; way < ways.length; way++) {
            report.figure("right street in the first three: " + ways[way], found[way] * 600.0 / MISSPELT, "%");
        }
        report.figure(
                "right street in the first three: all 300", Arrays.stream(found).sum() * 100.0 / MISSPELT, "%");
        report.figure("misspelt queries, p95", at(times, 0.95), "ms");
        report.figure("trigrams of FTS5, in the first three", fts3 * 100.0 / MISSPELT, "%");
        report.figure("a number and two thirds of the name, in the first three", begun3 * 100.0 / MISSPELT, "%");
        report.figure("the same, trigrams of FTS5", ftsBegun3 * 100.0 / MISSPELT, "%");
        report.figure("trigrams of FTS5, in the first fifty", fts50 * 100.0 / MISSPELT, "%");
    }

    private static List<String> firstThree(AddressBook book, String typed) {
        return book.search(typed, 3) instanceof Answer.Suggestions(var suggestions)
                ? suggestions.stream().map(Suggestion::street).toList()
                : List.of();
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> times, double share) {
        var sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(share * sorted.size())));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }
}
