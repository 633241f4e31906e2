package fr.roubaix.cln.e2e.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;

import fr.roubaix.cln.e2e.Application;
import fr.roubaix.cln.e2e.Chromium;
import fr.roubaix.cln.e2e.Waiting;
import fr.roubaix.cln.e2e.projection.StoredCeremony;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * Two hundred pages of the room open on one hub while thirty dice fall: {@code ./cln bench projection}. One is a real page in a
 * browser, the others ask as it does. How long an answer takes, how long after an act it is seen, what the hub costs meanwhile.
 */
public final class BenchProjection {

    private static final int PAGES = 200;
    private static final int DICE = 30;
    private static final Duration PERIOD = Duration.ofMillis(900);
    private static final Duration BETWEEN_DICE = Duration.ofSeconds(2);

    private final ConcurrentLinkedQueue<Double> answers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> delays = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> acts = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private BenchProjection() {}

    public static void main(String[] arguments) throws Exception {
        var report = new BenchReport("projection", Clock.systemUTC());
        new BenchProjection().measure(report);
        System.out.print(report.table());
        System.out.println(report.write());
    }

    private void measure(BenchReport report) throws Exception {
        var folder = Files.createTempDirectory("cln-bench-projection");
        try (var hub = Application.hub(folder.resolve("hub"), Application.freePort())
                        .awaitReady("/tirages");
                var chromium = new Chromium();
                var clock = Executors.newScheduledThreadPool(8)) {
            var draw = StoredCeremony.publicOne(hub.folder());
            draw.freeze();
            draw.confirmPlan();
            draw.open();
            var page = chromium.person(1920, 1080).newPage();
            page.navigate(hub.url(draw.path()));
            page.evaluate("() => { window.seen = {}; new MutationObserver(() => { const n ="
                    + " document.querySelectorAll('.chiffres li[data-cle]').length; window.seen[n] ??= Date.now(); })"
                    + ".observe(document.getElementById('salle'), {childList: true, subtree: true}); }");
            var address = URI.create(hub.url(draw.path() + "/etat"));
            var asking = new ArrayList<Future<?>>();
            for (int i = 1; i < PAGES; i++) {
                var asker = new Asker(address);
                asking.add(clock.scheduleAtFixedRate(
                        asker, i * PERIOD.toMillis() / PAGES, PERIOD.toMillis(), TimeUnit.MILLISECONDS));
            }
            // Everybody has the page before anything is counted.
            Waiting.until(Duration.ofSeconds(60), () -> "no answers", () -> answers.size() > 8 * PAGES);
            answers.clear();
            unchanged.set(0);
            var before = cpu(hub);
            long start = System.nanoTime();
            var pageDelays = dice(draw, page);
            double seconds = (System.nanoTime() - start) / 1e9;
            double used = cpu(hub).minus(before).toMillis() / 1e3;
            if (asking.stream().anyMatch(Future::isDone)) {
                throw new IllegalStateException("a page stopped asking");
            }
            clock.shutdownNow();
            report.figure("pages", PAGES, "");
            report.figure("reponses", answers.size(), "");
            report.figure("reponses_304", unchanged.get(), "");
            report.figure("refusees", refused.get(), "");
            figures(report, "reponse", answers);
            figures(report, "delai", delays);
            figures(report, "delai_page", pageDelays);
            report.figure("processeur", 100 * used / seconds, "% d’un cœur");
            report.figure("memoire", hub.residentBytes() / (1024.0 * 1024.0), "Mio");
        }
    }

    /** Throws, and says how long after each throw the browser showed it. */
    private List<Double> dice(StoredCeremony draw, Page page) throws SQLException {
        var written = new ArrayList<Long>();
        for (int i = 0; i < DICE; i++) {
            // The act is done when it is written: whoever asks from then on must see it.
            acts.put(i + 1, Long.MAX_VALUE);
            draw.throwDice(i, i + 1);
            acts.put(i + 1, System.nanoTime());
            written.add(System.currentTimeMillis());
            page.waitForTimeout((double) (BETWEEN_DICE.toMillis() + i * 37 % 500));
        }
        var shown = new ArrayList<Double>();
        for (int i = 0; i < DICE; i++) {
            var at = (Number) page.evaluate("n => window.seen[n]", i + 1);
            shown.add((double) (at.longValue() - written.get(i)));
        }
        return shown;
    }

    private static Duration cpu(Application hub) {
        return ProcessHandle.of(hub.pid())
                .orElseThrow()
                .info()
                .totalCpuDuration()
                .orElseThrow();
    }

    private static void figures(BenchReport report, String name, Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        for (int part : List.of(50, 95, 99)) {
            report.figure(name + "_p" + part, sorted[Math.min(sorted.length - 1, sorted.length * part / 100)], "ms");
        }
        report.figure(name + "_max", sorted[sorted.length - 1], "ms");
    }

    /** One page that asks. */
    private final class Asker implements Runnable {
        private final URI address;
        private String tag = "";
        private int digits;

        Asker(URI address) {
            this.address = address;
        }

        @Override
        public void run() {
            var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(4));
            if (!tag.isEmpty()) {
                request.header("If-None-Match", tag);
            }
            long asked = System.nanoTime();
            try {
                var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                long now = System.nanoTime();
                answers.add((now - asked) / 1e6);
                switch (answer.statusCode()) {
                    case 200 -> {
                        tag = answer.headers().firstValue("ETag").orElse("");
                        seen(answer.body(), now);
                    }
                    case 304 -> unchanged.incrementAndGet();
                    default -> refused.incrementAndGet();
                }
            } catch (IOException e) {
                refused.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void seen(String body, long now) {
            int shown = body.split("data-cle=", -1).length - 1;
            for (int i = digits + 1; i <= shown; i++) {
                long act = acts.getOrDefault(i, Long.MAX_VALUE);
                if (act != Long.MAX_VALUE) {
                    delays.add((now - act) / 1e6);
                }
            }
            digits = shown;
        }
    }
}
