package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the hub's own settings of its server mean behind a proxy that speaks HTTPS for it. */
@SpringBootTest(classes = BehindAProxyTest.Page.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class BehindAProxyTest {

    @LocalServerPort
    private int port;

    @Test
    void a_visitor_who_came_by_https_stays_in_https_with_a_secure_cookie() throws Exception {
        var answer = get("https");
        assertThat(location(answer)).startsWith("https://hub.exemple.fr");
        assertThat(cookie(answer)).startsWith("CLN_HUB=").contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    void a_visitor_of_this_very_machine_needs_no_https() throws Exception {
        var answer = get("http");
        assertThat(location(answer)).startsWith("http://");
        assertThat(cookie(answer)).startsWith("CLN_HUB=").doesNotContain("Secure");
    }

    @Test
    void the_visitor_is_who_the_proxy_of_this_machine_says_and_not_who_the_visitor_says() throws Exception {
        assertThat(visitor("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(visitor("127.0.0.1, 192.168.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(visitor("203.0.113.9, 192.168.1.1"))
                .as("the local network is not this machine")
                .isEqualTo("192.168.1.1");
    }

    private String visitor(String forwarded) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/visiteur"))
                                    .header("X-Forwarded-For", forwarded)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private HttpResponse<String> get(String protocol) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/ailleurs"))
                            .header("X-Forwarded-Proto", protocol)
                            .header("X-Forwarded-Host", "hub.exemple.fr")
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.body();
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("");
    }

    /** A page that opens a session and tells its own address. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    @RestController
    static class Page {
        @GetMapping("/visiteur")
        String visitor(HttpServletRequest request) {
            return request.getRemoteAddr();
        }

        @GetMapping("/ailleurs")
        String address(HttpServletRequest request) {
            request.getSession();
            return request.getRequestURL().toString();
        }
    }
}
