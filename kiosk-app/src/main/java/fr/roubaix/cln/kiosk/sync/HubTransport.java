package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.Signer;

/** Carries signed requests to the hub and bounded answers back. HTTPS; plain HTTP to this very machine only. */
final class HubTransport {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE_EXCHANGE = Duration.ofSeconds(30);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Signer signer;
    private final Clock clock;
    private final Duration patience;

    /** Hub clock minus kiosk clock, learnt from a refusal: it corrects what requests claim, and nothing else. */
    private volatile Duration claimCorrection = Duration.ZERO;

    /** The hub asked for rest until then, whatever is to be told to it or asked of it. */
    private volatile Instant busyUntil = Instant.EPOCH;

    HubTransport(Signer signer, Clock clock) {
        this(signer, clock, WHOLE_EXCHANGE);
    }

    /** @param patience how long a request and its answer may take together */
    HubTransport(Signer signer, Clock clock, Duration patience) {
        this.signer = signer;
        this.clock = clock;
        this.patience = patience;
    }

    /** Whether data may travel to this address at all. */
    static boolean allowed(URI hub) {
        String host = hub.getHost();
        return host != null
                && ("https".equalsIgnoreCase(hub.getScheme())
                        || ("http".equalsIgnoreCase(hub.getScheme()) && THIS_MACHINE.contains(host)));
    }

    /** Posts without a kiosk's signature: enrolment alone. */
    HttpResponse<byte[]> post(URI hub, String path, byte[] body, int limit) throws IOException {
        return exchange(
                request(hub, path).POST(BodyPublishers.ofByteArray(body)).build(), limit);
    }

    HttpResponse<byte[]> signedPost(URI hub, KioskId kiosk, String path, byte[] body, int limit) throws IOException {
        return signed(
                kiosk,
                new Request("POST", target(hub, path), Bytes.of(body)),
                request(hub, path).POST(BodyPublishers.ofByteArray(body)),
                limit);
    }

    HttpResponse<byte[]> signedGet(URI hub, KioskId kiosk, String path, Optional<String> etag, int limit)
            throws IOException {
        var request = request(hub, path).GET();
        etag.ifPresent(tag -> request.header("If-None-Match", tag));
        return signed(kiosk, new Request("GET", target(hub, path), Bytes.of(new byte[0])), request, limit);
    }

    private HttpResponse<byte[]> signed(KioskId kiosk, Request signed, HttpRequest.Builder request, int limit)
            throws IOException {
        var first = exchange(authorized(kiosk, signed, request), limit);
        if (first.statusCode() != 401) {
            return first;
        }
        var correction = correction(first);
        if (correction.isEmpty()) {
            return first;
        }
        claimCorrection = correction.get();
        return exchange(authorized(kiosk, signed, request), limit);
    }

    private HttpRequest authorized(KioskId kiosk, Request signed, HttpRequest.Builder request) {
        Instant claim = clock.instant().plus(claimCorrection);
        return request.copy()
                .header(
                        "Authorization",
                        RequestAuthorization.sign(signer, kiosk, signed, claim).header())
                .build();
    }

    /** A refusal carries the hub's time: worth a second try if that is not what this kiosk has just claimed. */
    private Optional<Duration> correction(HttpResponse<?> refusal) {
        try {
            return refusal.headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(hub -> Duration.between(clock.instant(), hub))
                    .filter(found -> found.minus(claimCorrection).abs().compareTo(Duration.ofMinutes(1)) > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request, int limit) throws IOException {
        if (!allowed(request.uri())) {
            throw new IOException("only HTTPS leaves this machine");
        }
        leaveInPeace();
        return unlessBusy(exchanged(request, limit));
    }

    private void leaveInPeace() throws HubBusyException {
        var remaining = Duration.between(clock.instant(), busyUntil);
        // A rest longer than any was noted before the clock was set back.
        if (remaining.isPositive() && remaining.compareTo(RetryAfter.LONGEST) <= 0) {
            throw new HubBusyException(remaining);
        }
    }

    private HttpResponse<byte[]> unlessBusy(HttpResponse<byte[]> answer) throws HubBusyException {
        if (answer.statusCode() == 429) {
            var wait = RetryAfter.of(answer, clock.instant());
            busyUntil = clock.instant().plus(wait);
            throw new HubBusyException(wait);
        }
        return answer;
    }

    private HttpResponse<byte[]> exchanged(HttpRequest request, int limit) throws IOException {
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the hub cannot be reached", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            var tooSlow = new HttpTimeoutException("the hub is too slow");
            tooSlow.initCause(e);
            throw tooSlow;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpRequest.Builder request(URI hub, String path) {
        return HttpRequest.newBuilder(hub.resolve(target(hub, path)))
                .header("Content-Type", "application/octet-stream");
    }

    private static String target(URI hub, String path) {
        String prefix = hub.getRawPath() == null ? "" : hub.getRawPath().replaceAll("/+$", "");
        return prefix + path;
    }
}
