package fr.roubaix.cln.e2e.fautes;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.e2e.fautes.FaultyProxy.Fate;
import fr.roubaix.cln.e2e.fautes.Finding.Shown;

/** A month without network, and ten thousand applications waiting; then the line comes back while people go on. */
final class LongOffline implements Fault {

    private static final int DAYS = 30;
    private static final double LIMIT_MILLIS = 200;

    private final Map<String, Double> figures = new LinkedHashMap<>();

    @Override
    public String name() {
        return "30 jours hors ligne, 10 000 candidatures en attente, puis le réseau revient";
    }

    @Override
    public String promise() {
        return "la file se vide d’une traite ; pendant ce temps un envoi reste sous 200 ms (p95)";
    }

    @Override
    public Map<String, Double> figures() {
        return figures;
    }

    @Override
    public boolean everyDay() {
        return false;
    }

    @Override
    public Finding run(Ground ground) throws Exception {
        int queued = ground.times(10_000, 400);
        int submissions = ground.times(300, 10);
        try (var proxy = new FaultyProxy(ground.hub().port(), _ -> Fate.PASS);
                var kiosk = new LightKiosk(
                        ground.folder("hors-ligne"),
                        proxy.address(),
                        Secteur.SUD,
                        ground.hub().code(Secteur.SUD),
                        ground.random(this))) {
            kiosk.start("--ecrans", "--server.port=" + Application.freePort()).awaitEnrolled();
            Waiting.until(
                    Duration.ofSeconds(60),
                    () -> "no bulletin",
                    () -> kiosk.number("SELECT count(*) FROM bulletin") == 1);
            proxy.partition(true);
            aMonth(kiosk, queued);
            long before = kiosk.queued();
            proxy.partition(false);
            double[] millis = drain(kiosk, submissions);
            double seconds = millis[submissions] / 1_000;
            double p95 = percentile95(Arrays.copyOf(millis, submissions));
            figures.put("file_videe_par_seconde", before / seconds);
            figures.put("envoi_pendant_vidage_p95_ms", p95);
            if (!ground.reduced() && p95 > LIMIT_MILLIS) {
                throw new AssertionError("un envoi a pris " + Math.round(p95) + " ms au 95e centile");
            }
            return new Shown(
                    "%d candidatures en attente vidées en %.0f s (%.0f par seconde) ; %d envois pendant ce temps, p95 %.0f ms"
                            .formatted(before, seconds, before / seconds, submissions, p95),
                    kiosk.compared(ground.hub()));
        }
    }

    /** Each day brings its part; the clock of the terminal is that of the day. */
    private static void aMonth(LightKiosk kiosk, int queued) {
        for (int day = DAYS; day > 0; day--) {
            kiosk.process().order("horloge -" + Duration.ofDays(day).toMillis());
            kiosk.process().order("remplir " + queued / DAYS);
            kiosk.process().order("maintenant");
        }
        kiosk.process().order("horloge 0");
    }

    /** Milliseconds of each submission made meanwhile, and at the end those of the whole drain. */
    private static double[] drain(LightKiosk kiosk, int submissions) {
        double[] millis = new double[submissions + 1];
        kiosk.process().order("maintenant");
        long acked = kiosk.queued();
        Waiting.until(Duration.ofMinutes(2), () -> "nothing moves", () -> {
            kiosk.process().order("maintenant");
            return kiosk.queued() < acked;
        });
        long start = System.nanoTime();
        int done = 0;
        while (done < submissions) {
            var said = kiosk.process().order("mesurer 1");
            millis[done++] = said.stream()
                    .filter(line -> line.startsWith("ms "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(3)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("refused: " + said));
        }
        kiosk.drain(Duration.ofMinutes(15));
        millis[submissions] = (System.nanoTime() - start) / 1e6;
        return millis;
    }

    private static double percentile95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)];
    }
}
