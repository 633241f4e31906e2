package fr.roubaix.cln.hub.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Staff who sign in at the same moment, over HTTP, each with their own name: how long they wait, how many are turned
 * away, and how much memory it takes. Every password is right, and none has a telephone registered yet.
 */
final class BenchConnexion {

    private static final String PASSWORD = "vingt-sieges-a-roubaix";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("^([^=]+=[^;]*)");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final HubUnderLoad hub;

    BenchConnexion(HubUnderLoad hub) {
        this.hub = hub;
    }

    /** How long each waited for an answer, and how many were turned away. */
    record Crowd(List<Double> millis, long turnedAway) {}

    /** Opens an account for each of these people. */
    void register(int people) {
        String hash = hub.hash(PASSWORD);
        for (int i = 0; i < people; i++) {
            hub.jdbc()
                    .sql(
                            "INSERT INTO compte (identifiant, nom, mot_de_passe, cree_le, cree_par) VALUES (?, ?, ?, 1, 'mesure')")
                    .params(name(i), "Personne " + i, hash)
                    .update();
            hub.jdbc()
                    .sql("INSERT INTO compte_role (identifiant, role) VALUES (?, 'SECRETARIAT')")
                    .param(name(i))
                    .update();
        }
    }

    /** Signs this many people in at the same moment. */
    Crowd together(int people) throws Exception {
        var doors = IntStream.range(0, people).mapToObj(_ -> open()).toList();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, people)
                    .mapToObj(i -> threads.submit(attempt(doors.get(i), name(i), start)))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var attempt : attempts) {
                answers.add(get(attempt));
            }
            return new Crowd(
                    answers.stream().map(Answer::millis).toList(),
                    answers.stream().filter(answer -> !answer.in()).count());
        }
    }

    /**
     * The memory that is really held while this many sign in, in mebibytes above what is held before: what stays after
     * collections that follow one another during the whole wave. They slow it down, so this wave is not timed.
     */
    double memoryOf(int people) throws Exception {
        long before = held();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var most = threads.submit(() -> {
                long held = 0;
                while (!over.get()) {
                    held = Math.max(held, held());
                    LockSupport.parkNanos(20_000_000);
                }
                return held;
            });
            try {
                together(people);
            } finally {
                over.set(true);
            }
            return (get(most) - before) / 1024.0 / 1024;
        }
    }

    private static long held() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Callable<Answer> attempt(Door door, String name, CountDownLatch start) {
        return () -> {
            start.await();
            long from = System.nanoTime();
            var response = send(HttpRequest.newBuilder(URI.create(hub.address() + "/connexion"))
                    .header("Cookie", door.cookie())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=" + name + "&password=" + PASSWORD + "&_csrf="
                            + URLEncoder.encode(door.csrf(), StandardCharsets.UTF_8)))
                    .build());
            double millis = (System.nanoTime() - from) / 1e6;
            return new Answer(millis, response.statusCode() == 302);
        };
    }

    private Door open() {
        var page = send(HttpRequest.newBuilder(URI.create(hub.address() + "/connexion"))
                .GET()
                .build());
        var csrf = CSRF.matcher(page.body());
        var cookie = COOKIE.matcher(page.headers().firstValue("Set-Cookie").orElse(""));
        if (!csrf.find() || !cookie.find()) {
            throw new IllegalStateException("the sign-in page answers " + page.statusCode() + " without a form");
        }
        return new Door(cookie.group(1), csrf.group(1));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the hub cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String name(int i) {
        return "personne." + i;
    }

    private record Door(String cookie, String csrf) {}

    private record Answer(double millis, boolean in) {}
}
