package fr.roubaix.cln.hub.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.concurrent.Executors;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SigningKey;

/** Speaks to a hub as kiosks do: signed requests over real connections. */
final class KioskHttp implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String hub;

    KioskHttp(String hub) {
        this.hub = hub;
    }

    HttpRequest post(String path, SigningKey key, KioskId kiosk, byte[] body) {
        return HttpRequest.newBuilder(URI.create(hub + path))
                .header("Authorization", signature("POST", path, key, kiosk, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    HttpRequest get(String path, SigningKey key, KioskId kiosk, String etag) {
        return HttpRequest.newBuilder(URI.create(hub + path))
                .header("Authorization", signature("GET", path, key, kiosk, new byte[0]))
                .header("If-None-Match", etag)
                .GET()
                .build();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("the hub cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String method, String path, SigningKey key, KioskId kiosk, byte[] body) {
        var now = Clock.systemUTC().instant();
        return RequestAuthorization.sign(key, kiosk, new Request(method, path, Bytes.of(body)), now)
                .header();
    }

    @Override
    public void close() {
        client.close();
    }
}
