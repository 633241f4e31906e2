package fr.roubaix.cln.kiosk.tablet;

import static fr.roubaix.cln.kiosk.tablet.TabletStore.AGENT;
import static fr.roubaix.cln.kiosk.tablet.TabletStore.AGENTS;
import static fr.roubaix.cln.kiosk.tablet.TabletStore.RESIDENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import fr.roubaix.cln.hardware.profile.TerminalProfile;
import fr.roubaix.cln.kiosk.StartedKiosk;
import fr.roubaix.cln.kiosk.tablet.TabletDesk.Access;
import fr.roubaix.cln.testkit.time.HandClock;

/** The whole kiosk, its terminal's own address, and tablets that reach it over TLS. */
class TabletsOverTlsTest {

    private static final HandClock CLOCK = new HandClock(Instant.parse("2026-11-22T09:00:00Z"));

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext kiosk;
    private static TabletDesk desk;

    @BeforeAll
    static void a_kiosk_that_nobody_opened() {
        kiosk = StartedKiosk.withScreens(
                CLOCK,
                "--cln.kiosk.dossier=" + folder,
                "--cln.kiosk.mairie=nord",
                "--cln.kiosk.imprimante=virtuelle",
                "--cln.kiosk.lecteur=virtuel",
                "--cln.kiosk.galerie=true",
                "--cln.kiosk.port-tablettes=0",
                "--vaadin.productionMode=true",
                "--server.port=0");
        desk = kiosk.getBean(TabletDesk.class);
        assertThat(desk.access()).isInstanceOf(Access.Closed.class);
    }

    @AfterAll
    static void stopped() {
        kiosk.close();
    }

    @BeforeEach
    void open() {
        desk.open(AGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/borne/",
                "/borne/agent",
                "/borne/candidature",
                "/borne/materiel",
                "/borne/materiel/lecteur",
                "/borne/galerie",
                "/borne/VAADIN/build/indexhtml.js",
                "/borne/?v-r=init",
                "/borne/?v-r=push",
                "/VAADIN/push/vaadinPush.js",
                "/aura/aura.css",
                "/cln/tokens.css",
                "/materiel/recus/1.png",
                "/actuator/health",
                "/error",
                "/nulle-part"
            })
    void an_unpaired_tablet_sees_the_pairing_page_alone(String path) throws Exception {
        try (var tablet = tablet()) {
            var answer = tablet.get(path);

            assertThat(answer.statusCode()).isEqualTo(path.equals("/") ? 200 : 401);
            assertThat(answer.body()).contains("Code affiché sur la borne").doesNotContain("<script", "vaadin");
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThat(tablet.post("/borne/?v-r=uidl&v-uiId=0", "{}").statusCode())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /borne/",
                "GET /actuator/health",
                "GET http://localhost:8081/borne/",
                "GET /;x=/borne/",
                "GET /borne/..;/actuator/health",
                "GET //borne/",
                "GET /%62orne/",
                "PUT /borne/",
                "OPTIONS /borne/"
            })
    void what_a_request_says_of_itself_opens_nothing(String line) throws Exception {
        for (String host : new String[] {"localhost:" + ownPort(), "localhost", "127.0.0.1", "[::1]"}) {
            try (var tablet = tablet()) {
                String answer = tablet.raw(port(), line, host);

                assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d.*").doesNotContain("Set-Cookie", "UP", "vaadin");
            }
        }
    }

    @Test
    void a_code_opens_the_screens_for_people_and_not_those_of_the_terminal() throws Exception {
        try (var tablet = paired(RESIDENTS)) {
            var home = tablet.get("/");
            assertThat(home.statusCode()).isEqualTo(303);
            assertThat(home.headers().firstValue("Location")).contains("/borne/");

            var page = tablet.get("/borne/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("data-profile=\"tablet-habitant\"");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .contains("CLN_BORNE=", "Secure", "HttpOnly", "SameSite=Strict");
            for (String open : new String[] {"/cln/tokens.css", "/aura/aura.css", "/cln/icons/favicon.svg"}) {
                assertThat(tablet.get(open).statusCode()).as(open).isEqualTo(200);
            }
            for (String closed : new String[] {
                "/materiel/recus/1.png",
                "/actuator/health",
                "/borne/materiel",
                "/borne/materiel/lecteur",
                "/borne/galerie"
            }) {
                assertThat(tablet.get(closed).statusCode()).as(closed).isEqualTo(404);
            }
        }
    }

    @Test
    void a_tablet_carries_a_secret_that_scripts_and_other_sites_never_see() throws Exception {
        try (var tablet = tablet()) {
            String cookie =
                    tablet.type(code(AGENTS)).headers().firstValue("Set-Cookie").orElseThrow();

            assertThat(cookie)
                    .startsWith(TabletGate.COOKIE + "=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=34560000")
                    .doesNotContain("Domain");
            assertThat(tablet.get("/").headers().firstValue("Location")).contains("/borne/agent");
        }
    }

    @Test
    void a_wrong_code_is_refused_in_words_and_tried_out_after_five() throws Exception {
        String code = code(RESIDENTS);
        String wrong = code.equals("00000000") ? "11111111" : "00000000";
        try (var tablet = tablet()) {
            for (int i = 0; i < Pairing.WRONG_TRIES_OF_ONE_ADDRESS; i++) {
                var answer = tablet.type(wrong);
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("Ce code n’est pas le bon").doesNotContain(wrong);
            }

            assertThat(tablet.type(code).statusCode()).isEqualTo(429);

            assertThat(tablet.cookies).isEmpty();
        }
    }

    @Test
    void a_page_of_somebody_else_and_an_endless_form_spend_no_try() throws Exception {
        String code = code(RESIDENTS);
        try (var tablet = tablet()) {
            String form = "application/x-www-form-urlencoded";
            assertThat(tablet.post("/", "code=" + code, "Content-Type", form, "Origin", "https://ailleurs.example")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(tablet.post("/", "code=" + code + "&x=" + "y".repeat(1000), "Content-Type", form)
                            .statusCode())
                    .isEqualTo(403);

            assertThat(tablet.type(code).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_visit_belongs_to_the_place_where_it_began() throws Exception {
        try (var tablet = paired(RESIDENTS);
                var other = paired(RESIDENTS);
                var own = HttpClient.newHttpClient()) {
            tablet.get("/borne/");
            String visit = "CLN_BORNE=" + tablet.cookies.get("CLN_BORNE");
            String secret = TabletGate.COOKIE + "=" + tablet.cookies.get(TabletGate.COOKIE);

            assertThat(atTheTerminal(own, visit + "; " + secret).statusCode()).isEqualTo(403);
            other.cookies.put("CLN_BORNE", tablet.cookies.get("CLN_BORNE"));
            assertThat(other.get("/borne/").statusCode()).isEqualTo(403);

            // The secret alone changes nothing at the terminal, which needs none.
            var terminal = atTheTerminal(own, secret);
            assertThat(terminal.statusCode()).isEqualTo(200);
            assertThat(terminal.body()).contains("data-profile=\"kiosk\"");
            other.cookies.put("CLN_BORNE", visitOf(terminal));
            assertThat(other.get("/borne/").statusCode()).isEqualTo(403);

            // Its own visit is none the worse for all that.
            assertThat(tablet.get("/borne/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_tablet_revoked_during_a_visit_is_out_at_once_and_its_visit_gone() throws Exception {
        try (var tablet = paired(RESIDENTS);
                var other = paired(AGENTS)) {
            tablet.get("/borne/");
            other.get("/borne/agent");
            String visit = tablet.cookies.get("CLN_BORNE");
            var visits = kiosk.getBean(TabletVisits.class);
            var known = desk.tablets().stream()
                    .filter(one -> one.screen().equals(RESIDENTS))
                    .toList();
            int before = visits.count();

            known.forEach(one -> assertThat(desk.revoke(one.id(), AGENT)).isTrue());

            assertThat(visits.count()).isLessThan(before);
            assertThat(tablet.get("/borne/").statusCode()).isEqualTo(401);
            assertThat(tablet.post("/borne/?v-r=uidl&v-uiId=0", "{}").statusCode())
                    .isEqualTo(401);
            assertThat(other.get("/borne/agent").statusCode()).isEqualTo(200);
            // Paired again, it finds nothing of the visit before.
            tablet.cookies.remove(TabletGate.COOKIE);
            tablet.type(code(RESIDENTS));
            tablet.get("/borne/");
            assertThat(tablet.cookies.get("CLN_BORNE")).isNotEqualTo(visit);
        }
    }

    @Test
    void a_certificate_is_renewed_without_a_restart() throws Exception {
        var access = kiosk.getBean(TabletAccess.class);
        String first = shown().fingerprint();
        assertThat(access.renewalDue()).isNull();
        CLOCK.advance(SelfMadeCertificate.LIFE);
        try {
            assertThat(access.renewalDue()).isNotNull();

            access.renew();

            assertThat(shown().fingerprint()).isNotEqualTo(first);
            assertThat(access.renewalDue()).isNull();
            try (var before = new TabletBrowser(address(), first);
                    var after = tablet()) {
                assertThatThrownBy(() -> before.get("/")).isInstanceOf(SSLHandshakeException.class);
                assertThat(after.get("/").statusCode()).isEqualTo(200);
            }
        } finally {
            CLOCK.back();
            access.renew();
        }
    }

    @Test
    void a_closed_way_answers_nobody_and_opens_again_with_the_same_tablets() throws Exception {
        try (var tablet = paired(RESIDENTS)) {
            String there = address();
            desk.close(AGENT);

            assertThat(desk.access()).isInstanceOf(Access.Closed.class);
            assertThatThrownBy(() -> tablet.get("/")).isInstanceOf(ConnectException.class);

            desk.open(AGENT);
            try (var again = tablet()) {
                assertThat(address()).isNotEqualTo(there);
                again.cookies.putAll(Map.of(TabletGate.COOKIE, tablet.cookies.get(TabletGate.COOKIE)));
                assertThat(again.get("/borne/").statusCode()).isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> atTheTerminal(HttpClient client, String cookies)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + ownPort() + "/borne/"))
                        .header("Accept", "text/html")
                        .header("Cookie", cookies)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String visitOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split("[=;]", 3)[1];
    }

    private static TabletBrowser paired(TerminalProfile screen) throws IOException, InterruptedException {
        var tablet = tablet();
        assertThat(tablet.type(code(screen)).statusCode()).isEqualTo(303);
        return tablet;
    }

    private static String code(TerminalProfile screen) {
        return desk.invite("Tablette d’essai", screen, AGENT).code().replace(" ", "");
    }

    private static TabletBrowser tablet() {
        return new TabletBrowser(address(), shown().fingerprint());
    }

    private static Access.Open shown() {
        return (Access.Open) desk.access();
    }

    private static String address() {
        return "https://localhost:" + port();
    }

    private static int port() {
        return kiosk.getBean(TabletAccess.class).port();
    }

    private static int ownPort() {
        return ((ServletWebServerApplicationContext) kiosk).getWebServer().getPort();
    }
}
