package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no browser sends: refused as such, and the next one is answered. */
class HostileRequestsTest extends AttackedHub {

    private static final int MEGABYTE = 1 << 20;

    private static final List<String> FOLDERS = List.of(
            "/", "/cln/", "/site/", "/hub/", "/app/", "/app/VAADIN/", "/app/VAADIN/static/", "/app/hub/", "/api/");

    private static final List<String> UPWARDS = List.of(
            "../application.yml",
            "../../application.yml",
            "..%2fapplication.yml",
            "..%2f..%2f..%2fapplication.yml",
            "%2e%2e/%2e%2e/application.yml",
            "%252e%252e%252fapplication.yml",
            "..\\application.yml",
            "..%5c..%5capplication.yml",
            "..%255capplication.yml",
            "%c0%ae%c0%ae/application.yml",
            "....//application.yml",
            "..;/application.yml",
            "application.yml",
            "%2fapplication.yml",
            "x/../../../../../../../../etc/passwd",
            "%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "/etc/passwd",
            "file:///etc/passwd",
            "tokens.css%00.yml",
            "META-INF/MANIFEST.MF",
            "../META-INF/MANIFEST.MF",
            "WEB-INF/web.xml",
            "../trousseau",
            "../hub.db");

    @Test
    void a_cookie_a_header_or_an_address_of_one_megabyte_is_refused_and_the_hub_goes_on() {
        String huge = "a".repeat(MEGABYTE);
        var stranger = stranger();
        for (var reply : List.of(
                stranger.send("GET", "/", List.of("Cookie: CLN_HUB=" + huge), ""),
                stranger.send("GET", "/app/gestion", List.of("X-Divers: " + huge), ""),
                stranger.send("GET", "/?" + huge, List.of(), ""),
                stranger.send("GET", "/" + huge, List.of(), ""),
                stranger.send("GET", "/api/borne/v1/bulletin", List.of("Authorization: " + huge), ""),
                stranger.send("GET", "/", Collections.nCopies(20_000, "X-Divers: a"), ""))) {
            assertThat(reply.status()).as(reply.body()).isBetween(400, 499);
            assertThat(reply.body()).doesNotContain("\tat ", "Exception");
            assertThat(alive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/connexion", "/connexion/code", "/connexion/cle", "/connexion/cle/options", "/deconnexion"})
    void a_form_or_a_message_far_too_large_is_refused_whoever_sends_it(String target) {
        var stranger = stranger();
        String token = stranger.csrf("/connexion");
        String huge = "a".repeat(MEGABYTE);
        for (String type : List.of("application/x-www-form-urlencoded", "application/json")) {
            var reply = stranger.send(
                    "POST",
                    target,
                    List.of("Content-Type: " + type, "X-CSRF-TOKEN: " + token),
                    type.endsWith("json")
                            ? "{\"id\":\"" + huge + "\"}"
                            : "username=" + huge + "&password=x&code=" + huge);
            assertThat(reply.status()).as(target + " " + type).isEqualTo(413);
        }
        assertThat(alive()).isTrue();
    }

    @Test
    void a_message_that_does_not_say_its_size_is_refused() {
        var stranger = stranger();
        String token = stranger.csrf("/connexion");
        var reply = stranger.send(
                "POST", "/connexion", List.of("Transfer-Encoding: chunked", "X-CSRF-TOKEN: " + token), "0\r\n\r\n");
        assertThat(reply.status()).isIn(400, 411);
        assertThat(alive()).isTrue();
    }

    @Test
    void requests_that_make_no_sense_are_refused_without_a_word_of_the_inside() {
        var stranger = stranger();
        var replies = new ArrayList<Reply>();
        for (String method : List.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "BREW", "get")) {
            replies.add(stranger.send(method, "/", List.of(), ""));
        }
        for (String target :
                List.of("/%", "/%zz", "/%00", "/a;b=c", "/;", "//", "http://[", "*", "/?a=%zz%", "/\u0007")) {
            replies.add(stranger.send("GET", target, List.of(), ""));
        }
        for (String header :
                List.of("Content-Length: -1", "Transfer-Encoding: nimporte", "Sans deux-points", "Host: [")) {
            replies.add(stranger.send("POST", "/connexion", List.of(header), "x"));
        }
        replies.forEach(reply -> {
            assertThat(reply.status()).as(reply.toString()).isNotIn(500, 502, 503, 504);
            assertThat(reply.body()).doesNotContain("\tat ", "Exception", "org.apache", "Tomcat");
        });
        assertThat(alive()).isTrue();
    }

    @Test
    void no_address_leads_out_of_what_is_published() {
        var stranger = stranger();
        for (String folder : FOLDERS) {
            for (String upwards : UPWARDS) {
                var reply = stranger.send("GET", folder + upwards, List.of(), "");
                String as = folder + upwards + " answered " + reply.status();
                assertThat(reply.status()).as(as).isIn(302, 400, 401, 403, 404);
                assertThat(reply.body())
                        .as(as)
                        .doesNotContain("forward-headers-strategy", "root:", "Implementation-Title", "SQLite format");
            }
        }
        assertThat(alive()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/app/gestion?x=%0d%0aX-Glisse:%201",
                "/app/gestion%0d%0aX-Glisse:%201",
                "/connexion?%0d%0aX-Glisse:%201",
                "/compte?a=%0aX-Glisse:%201",
                "/compte/%0d%0aX-Glisse:%201",
                "/nulle-part%0d%0aX-Glisse:%201"
            })
    void nothing_that_an_address_holds_becomes_a_header(String target) {
        var reply = stranger().get(target);
        assertThat(reply.header("X-Glisse")).isEmpty();
        assertThat(reply.location()).isIn("", "/connexion");
    }

    @Test
    void a_page_that_lies_elsewhere_is_never_where_a_sign_in_leads() {
        for (String wanted : List.of(
                "//mechant.exemple/", "/%5cmechant.exemple", "/app//mechant.exemple", "https://mechant.exemple/app/")) {
            var visitor = stranger();
            var reply = visitor.get(wanted);
            assertThat(reply.location()).isIn("", "/connexion");
            assertThat(reply.header("Location").orElse("/"))
                    .as(wanted)
                    .startsWith("/")
                    .doesNotContain("mechant");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/connexion",
                "/connexion/cle",
                "/connexion/cle/options",
                "/api/borne/v1/envelopes",
                "/api/borne/v1/enrolment"
            })
    void xml_is_read_by_nobody(String target) {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><a>&y;</a>""";
        var stranger = stranger();
        String token = stranger.csrf("/connexion");
        for (String type : List.of("application/xml", "text/xml", "application/soap+xml", "image/svg+xml")) {
            var reply = stranger.send("POST", target, List.of("Content-Type: " + type, "X-CSRF-TOKEN: " + token), bomb);
            assertThat(reply.status()).as(type).isLessThan(500);
            assertThat(reply.body()).as(type).doesNotContain("root:", "Exception", "&y;");
        }
    }
}
