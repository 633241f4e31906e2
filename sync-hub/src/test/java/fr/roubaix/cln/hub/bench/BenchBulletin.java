package fr.roubaix.cln.hub.bench;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.testkit.bench.BenchReport;

/**
 * Five hundred kiosks ask for the bulletin that they already have, each at its own moment of a fifteen-second beat. A
 * delay counts from the moment when the request was due, so that a hub which lags is not spared.
 */
final class BenchBulletin {

    private static final String PATH = "/api/borne/v1/bulletin";
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int NOT_MODIFIED = 304;
    private static final int WARM_UP = 1_000;

    private final int kiosks;
    private final int beats;

    BenchBulletin(int kiosks, int beats) {
        this.kiosks = kiosks;
        this.beats = beats;
    }

    void measure(HubUnderLoad hub, BenchReport report) throws Exception {
        List<Poller> pollers = new ArrayList<>();
        for (int i = 0; i < kiosks; i++) {
            var key = SigningKey.generate();
            pollers.add(new Poller(key, hub.enrol(key.verifyingKey(), "bulletin " + i)));
        }
        try (var http = new KioskHttp(hub.address())) {
            var first = pollers.getFirst();
            var known = http.send(http.get(PATH, first.key(), first.kiosk().id(), "\"\""));
            String etag = known.headers().firstValue("ETag").orElseThrow();
            // One signature serves for the five minutes of its window: what is measured is the hub, not its visitors.
            List<HttpRequest> requests = pollers.stream()
                    .map(poller -> http.get(PATH, poller.key(), poller.kiosk().id(), etag))
                    .toList();
            for (int i = 0; i < WARM_UP; i++) {
                expectNotModified(http, requests.get(i % kiosks));
            }
            double[] delays = onTheBeat(http, requests);
            report.figure("bulletin_304_bornes", kiosks, "bornes");
            report.figure("bulletin_304_p50", Figures.percentile(delays, 50), "ms");
            report.figure("bulletin_304_p95", Figures.percentile(delays, 95), "ms");
            report.figure("bulletin_304_p99", Figures.percentile(delays, 99), "ms");
            report.figure("bulletin_304_debit_maximal", flatOut(http, requests), "requetes/s");
        }
    }

    private double[] onTheBeat(KioskHttp http, List<HttpRequest> requests) throws Exception {
        var random = new Random(500);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        List<Callable<double[]>> lives = new ArrayList<>();
        for (HttpRequest request : requests) {
            long phase = (long) (random.nextDouble() * BEAT_NANOS);
            lives.add(() -> delays(http, request, start + phase));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var delays = DoubleStream.builder();
            for (var life : threads.invokeAll(lives)) {
                DoubleStream.of(life.get()).forEach(delays);
            }
            return delays.build().toArray();
        }
    }

    private double[] delays(KioskHttp http, HttpRequest request, long firstDue) throws InterruptedException {
        double[] delays = new double[beats];
        for (int beat = 0; beat < beats; beat++) {
            long due = firstDue + beat * BEAT_NANOS;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            expectNotModified(http, request);
            delays[beat] = (System.nanoTime() - due) / 1e6;
        }
        return delays;
    }

    /** Every kiosk at once, several times: what the hub can answer in a second. */
    private double flatOut(KioskHttp http, List<HttpRequest> requests) throws Exception {
        List<Callable<Boolean>> polls = new ArrayList<>();
        for (int beat = 0; beat < beats; beat++) {
            for (HttpRequest request : requests) {
                polls.add(() -> expectNotModified(http, request));
            }
        }
        try (var threads = Executors.newFixedThreadPool(16)) {
            long start = System.nanoTime();
            for (var poll : threads.invokeAll(polls)) {
                poll.get();
            }
            return polls.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static boolean expectNotModified(KioskHttp http, HttpRequest request) {
        int status = http.send(request).statusCode();
        if (status != NOT_MODIFIED) {
            throw new IllegalStateException("a poll was answered " + status);
        }
        return true;
    }

    private record Poller(SigningKey key, Kiosk kiosk) {}
}
