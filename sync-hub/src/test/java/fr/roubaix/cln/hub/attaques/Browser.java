package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

import fr.roubaix.cln.hub.security.Personnel;
import fr.roubaix.cln.hub.security.Personnel.Embauche;

/** A browser that sends what it is told to, byte for byte, from an address of its own, and keeps the cookie it is given. */
final class Browser {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final int PATIENCE = 30_000;

    private final int port;
    private final String address;
    private String cookie = "";

    Browser(int port) {
        this(port, "203.0." + ADDRESSES.incrementAndGet() / 256 + "." + ADDRESSES.get() % 256);
    }

    Browser(int port, String address) {
        this.port = port;
        this.address = address;
    }

    String address() {
        return address;
    }

    String cookie() {
        return cookie;
    }

    /** Takes the cookie of somebody else. */
    void wear(String other) {
        cookie = other;
    }

    Reply get(String target) {
        return send("GET", target, List.of("Accept: text/html"), "");
    }

    /** Sends a form of the page at this address, as the page would. */
    Reply submit(String page, String target, String... fields) {
        return post(target, csrf(page), fields);
    }

    /** Sends a form with this token; without it when empty. */
    Reply post(String target, String token, String... fields) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        if (!token.isEmpty()) {
            pairs.add("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        }
        return send(
                "POST",
                target,
                List.of("Accept: text/html", "Content-Type: application/x-www-form-urlencoded"),
                String.join("&", pairs));
    }

    String csrf(String page) {
        var body = get(page).body();
        var field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(body);
        assertThat(field.find()).as(body).isTrue();
        return field.group(1);
    }

    void signIn(Embauche who, Instant now) {
        submit("/connexion", "/connexion", "username", who.nom(), "password", Personnel.MOT_DE_PASSE);
        assertThat(submit("/connexion/code", "/connexion/code", "code", who.code(now))
                        .location())
                .as("signing in " + who.nom())
                .startsWith("/app/gestion");
    }

    /** Opens a staff screen as the client of Vaadin does; what the hub would show. */
    String screen(String route, String query) {
        var start = send(
                "GET",
                "/app/?v-r=init&location=" + URLEncoder.encode(route, StandardCharsets.UTF_8) + "&query="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8),
                List.of(),
                "");
        if (start.status() != 200) {
            return start.status() + " " + start.location();
        }
        var config = JsonMapper.shared().readTree(start.body()).get("appConfig");
        var uidl = config.get("uidl");
        String call = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"%s",\
                "appShellTitle":"","historyState":null,"trigger":""}}],"syncId":%d,"clientId":0}""".formatted(
                        uidl.get("Vaadin-Security-Key").asString(),
                        route,
                        query,
                        uidl.get("syncId").asInt());
        return send(
                        "POST",
                        "/app/?v-r=uidl&v-uiId=" + config.get("v-uiId").asInt(),
                        List.of("Content-Type: application/json; charset=UTF-8"),
                        call)
                .body();
    }

    Reply send(String method, String target, List<String> headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return send(method, target, headers, content);
    }

    Reply send(String method, String target, List<String> headers, byte[] content) {
        var head = new StringBuilder(
                method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n");
        if (!address.isEmpty()) {
            head.append("X-Forwarded-For: ").append(address).append("\r\n");
        }
        if (!cookie.isEmpty()) {
            head.append("Cookie: ").append(cookie).append("\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(content.length).append("\r\n\r\n");
        var reply = Reply.of(exchange(head.toString().getBytes(StandardCharsets.UTF_8), content));
        reply.header("Set-Cookie").ifPresent(given -> cookie = given.replaceFirst(";.*", ""));
        return reply;
    }

    private String exchange(byte[] head, byte[] content) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            try {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(content);
                socket.getOutputStream().flush();
            } catch (SocketException _) {
                // It closed the door while we were still talking: what it said before is what counts.
            }
            return read(socket);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        var read = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketException _) {
            // Reset after its answer.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }
}
