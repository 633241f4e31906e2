package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A hub whose proxy is another machine: nobody but that one is believed. */
@SpringBootTest(
        classes = BehindAProxyTest.Page.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "cln.hub.mandataires=192.0.2.7/32")
class WithoutAProxyTest {

    @LocalServerPort
    private int port;

    @Test
    void a_visitor_who_names_another_address_or_another_host_keeps_their_own() throws Exception {
        assertThat(answer("/visiteur")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(answer("/ailleurs")).isEqualTo("http://localhost:" + port + "/ailleurs");
    }

    private String answer(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .header("X-Forwarded-For", "203.0.113.9")
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
