package fr.roubaix.cln.hub.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import fr.roubaix.cln.hub.HubApplication;
import fr.roubaix.cln.hub.Scratch;

/** Sign-in through a directory that runs under another host name, with real cookies and real redirections. */
@SpringBootTest(classes = HubApplication.class, webEnvironment = WebEnvironment.DEFINED_PORT)
@DirtiesContext
class DirectorySignInTest {

    private static final int HUB = freePort();
    private static final String ADDRESS = "http://localhost:" + HUB;
    private static final DirectoryProvider DIRECTORY = startDirectory();

    @Autowired
    private Comptes comptes;

    @Autowired
    private SecondFacteur secondFacteur;

    @Autowired
    private SecondsFacteurs seconds;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final List<String> visited = new ArrayList<>();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @DynamicPropertySource
    static void hub(DynamicPropertyRegistry registry) throws IOException {
        var folder = Scratch.folder("hub-annuaire");
        registry.add("cln.hub.dossier", folder::toString);
        // The mode of the packaged application: a test has no development server beside it.
        registry.add("vaadin.productionMode", () -> true);
        registry.add("server.port", () -> HUB);
        registry.add("cln.hub.oidc.emetteur", DIRECTORY::issuer);
        registry.add("cln.hub.oidc.client", () -> "hub");
        registry.add("cln.hub.oidc.secret", () -> "secret-du-hub");
        registry.add("cln.hub.oidc.revendication", () -> "groups");
        registry.add("cln.hub.oidc.roles.informatique", () -> "ADMIN");
    }

    @AfterAll
    static void stop() {
        DIRECTORY.close();
    }

    @Test
    void the_directory_counts_for_the_password_and_the_second_factor_is_still_asked() throws Exception {
        byte[] secret = maud();
        var asked = signInAtTheDirectory("maud.v");
        assertThat(asked.uri().getPath()).isEqualTo("/connexion/code");
        assertThat(visited)
                .as("a challenge of PKCE and a state went to the other host")
                .anyMatch(url -> url.startsWith(DIRECTORY.issuer() + "/oauth2/authorize")
                        && url.contains("code_challenge_method=S256")
                        && url.contains("state="));
        assertThat(follow(request("/app/gestion")).uri().getPath()).isEqualTo("/connexion");
        var in = follow(post(
                ADDRESS + "/connexion/code",
                Map.of("code", Totp.code(secret, Totp.pas(clock.instant())), "_csrf", csrf(asked.body()))));
        assertThat(in.uri().getPath()).isEqualTo("/app/gestion");
        assertThat(follow(request("/compte")).body()).contains("maud.v");
    }

    @Test
    void somebody_without_an_account_here_is_told_so() throws Exception {
        var refused = signInAtTheDirectory("personne.ici");
        assertThat(refused.uri()).hasPath("/connexion").hasQuery("inconnu");
        assertThat(refused.body()).contains("vous n’avez pas de compte ici");
        assertThat(follow(request("/compte")).uri().getPath()).isEqualTo("/connexion");
    }

    @Test
    void an_account_that_was_ended_is_refused_although_the_directory_knows_its_owner() throws Exception {
        maud();
        jdbc.sql("UPDATE compte SET desactive_le = 1").update();
        assertThat(signInAtTheDirectory("maud.v").uri()).hasPath("/connexion").hasQuery("inconnu");
        assertThat(follow(request("/compte")).uri().getPath()).isEqualTo("/connexion");
    }

    @Test
    void an_answer_that_nobody_asked_for_is_refused() throws Exception {
        var forged = follow(request("/login/oauth2/code/annuaire?code=vole&state=invente"));
        assertThat(forged.uri()).hasPath("/connexion").hasQuery("annuaire");
    }

    @Test
    void the_cookie_comes_back_from_another_site_and_no_script_reads_it() throws Exception {
        var answer = browser.send(request("/oauth2/authorization/annuaire"), BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("SameSite=Lax", "HttpOnly");
    }

    @Test
    void the_directory_never_gives_a_role_that_decides_of_a_draw() {
        assertThatThrownBy(() -> new Annuaire(
                        "http://x", "hub", "s", "n", "sub", "groups", Map.of("direction", Role.PRESIDENCE), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRESIDENCE");
    }

    private byte[] maud() {
        var name = new Identifiant("maud.v");
        comptes.ajouter(new Compte(
                name, "Maud", String.valueOf(encoder.encode("-")), Set.of(Role.SECRETARIAT), clock.instant(), name));
        byte[] secret = secondFacteur.proposer();
        seconds.inscrire(name, secret, 0, clock.instant());
        assertThat(jdbc.sql("SELECT role FROM compte_role").query(String.class).list())
                .containsExactly("SECRETARIAT");
        return secret;
    }

    private HttpResponse<String> signInAtTheDirectory(String name) throws Exception {
        assertThat(follow(request("/connexion")).body()).contains("Entrer par l’annuaire de la Ville");
        var form = follow(request("/oauth2/authorization/annuaire"));
        assertThat(form.uri().getHost()).isEqualTo("127.0.0.1");
        return follow(post(
                DIRECTORY.issuer() + "/login",
                Map.of("username", name, "password", DirectoryProvider.PASSWORD, "_csrf", csrf(form.body()))));
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(ADDRESS + path))
                .header("Accept", "text/html")
                .build();
    }

    private static HttpRequest post(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Goes where it is sent, from one host to the other, and remembers the way. */
    private HttpResponse<String> follow(HttpRequest first) throws Exception {
        HttpRequest next = first;
        while (true) {
            visited.add(next.uri().toString());
            var answer = browser.send(next, BodyHandlers.ofString());
            if (answer.statusCode() != 302) {
                return answer;
            }
            next = HttpRequest.newBuilder(next.uri()
                            .resolve(answer.headers().firstValue("Location").orElseThrow()))
                    .header("Accept", "text/html")
                    .build();
        }
    }

    private static String csrf(String page) {
        var field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(field.find()).as(page).isTrue();
        return field.group(1);
    }

    private static DirectoryProvider startDirectory() {
        try {
            return new DirectoryProvider(freePort(), ADDRESS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
