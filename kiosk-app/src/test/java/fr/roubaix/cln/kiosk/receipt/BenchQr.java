package fr.roubaix.cln.kiosk.receipt;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * How many worn receipts are still read, by damage, and how many altered tokens are believed. {@code --petit}: a tenth of each;
 * {@code --partie usure|jetons}: one of the two; {@code --graine N}.
 */
public final class BenchQr {

    private static final int EACH = 150;
    private static final int TOKENS = 1_000_000;

    private BenchQr() {}

    public static void main(String[] arguments) throws IOException {
        var options = List.of(arguments);
        int part = options.contains("--petit") ? 10 : 1;
        int tokens = TOKENS / part;
        long seed = Long.parseLong(after(options, "--graine", "2025"));
        String only = after(options, "--partie", "");
        var report = new BenchReport("qr", Clock.systemUTC());
        report.figure("graine", (double) seed, "");
        if (!only.equals("jetons")) {
            worn(report, seed, EACH / part);
        }
        if (!only.equals("usure")) {
            report.figure("jetons_alteres", tokens, "");
            report.figure("jetons_acceptes", new MutatedTokens(seed).accepted(tokens), "");
        }
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private static void worn(BenchReport report, long seed, int each) {
        int tried = 0;
        int read = 0;
        System.out.println("usure                             largeur   essais   lus       %");
        for (var line : new DamagedReceipts(seed).measure(each)) {
            tried += line.tried();
            read += line.read();
            System.out.println(String.format(
                    Locale.FRENCH,
                    "%-32s %8d %8d %5d %7.1f",
                    line.damage().words(),
                    line.width(),
                    line.tried(),
                    line.read(),
                    100.0 * line.read() / line.tried()));
            report.figure(
                    "taux_" + line.damage().name().toLowerCase(Locale.ROOT) + "_" + line.width(),
                    100.0 * line.read() / line.tried(),
                    "%");
        }
        report.figure("recus_uses", tried, "");
        report.figure("taux_lecture", 100.0 * read / tried, "%");
    }

    private static String after(List<String> options, String name, String otherwise) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 == options.size() ? otherwise : options.get(at + 1);
    }
}
