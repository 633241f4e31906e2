package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.limites.Limites;
import fr.roubaix.cln.hub.limites.Porte;
import fr.roubaix.cln.hub.limites.Portier;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SigningKey;

/** How often one address, or one kiosk, gets through the doors of a hub with its own settings. */
class CrowdTest extends AttackedHub {

    private static final List<String> HTML = List.of("Accept: text/html,*/*;q=0.8");

    @Autowired
    private Limites limites;

    @Test
    void a_person_who_comes_too_often_reads_what_to_do_and_a_program_when_to_come_back() {
        var guesser = stranger();
        var page = untilStopped(() -> guesser.send("POST", "/connexion", HTML, "username=a&password=b"), Porte.ENTREES);
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("lang=\"fr\"", "Attendez une minute").doesNotContain("Exception", "\tat ");
        assertThat(page.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
        assertThat(retryAfter(page)).isBetween(1, 60);
        var problem = guesser.send("POST", "/connexion/cle/options", List.of("Accept: application/json"), "");
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.header("Content-Type")).contains("application/problem+json");
        assertThat(problem.body()).contains("Trop de demandes").contains("\"status\":429");
        assertThat(retryAfter(problem)).isBetween(1, 60);
        assertThat(stranger().send("POST", "/connexion", HTML, "").status())
                .as("another address")
                .isNotEqualTo(429);
        assertThat(guesser.get("/").status())
                .as("the public site is another door")
                .isEqualTo(200);
    }

    /** Receipt codes are public, but nobody needs to try them by the thousand. */
    @Test
    void whoever_tries_code_after_code_in_a_draw_is_stopped_like_at_any_other_form() {
        var guesser = stranger();
        var stopped = untilStopped(
                () -> guesser.send("POST", "/tirages/2027/recherche", HTML, "code=0000000000"), Porte.ENTREES);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.body()).contains("Attendez une minute");
        assertThat(guesser.get("/tirages").status()).as("reading goes on").isEqualTo(200);
    }

    @Test
    void nobody_opens_sessions_without_end_even_with_the_cookie_of_one() {
        var stranger = stranger();
        var stopped = untilStopped(
                () -> stranger.send("GET", "/app/?v-r=init&location=premier-compte&query=", List.of(), ""),
                Porte.VISITES);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stranger.get("/connexion").status())
                .as("the page of sign-in opens one too")
                .isEqualTo(429);
    }

    @Test
    void twenty_five_people_behind_one_address_sign_in_and_work_at_the_same_minute() {
        String shared = "198.51.100.7";
        for (int person = 0; person < 25; person++) {
            var browser = new Browser(port, shared);
            assertThat(browser.get("/app/gestion").location()).isEqualTo("/connexion");
            assertThat(browser.get("/connexion").status()).isEqualTo(200);
            for (String file : List.of("/cln/tokens.css", "/site/site.css", "/cln/components.css", "/site/cles.js")) {
                assertThat(browser.get(file).status()).isEqualTo(200);
            }
            // Without the word of their session: counted like any other, without the cost of a password.
            for (String step :
                    List.of("/connexion", "/connexion", "/connexion", "/connexion/code", "/connexion/code")) {
                assertThat(browser.post(step, "").status())
                        .as("person %d", person)
                        .isEqualTo(403);
            }
            browser.wear(staff(fr.roubaix.cln.hub.security.Role.SECRETARIAT).cookie());
            for (int click = 0; click < 40; click++) {
                assertThat(browser.get("/app/hub/hub.css").status()).isNotEqualTo(429);
            }
        }
    }

    @Test
    void an_address_that_somebody_else_names_is_not_believed_unless_the_proxy_does() {
        var liar = new Browser(port, "");
        var stopped = untilStopped(
                () -> liar.send(
                        "POST", "/api/borne/v1/enrolment", List.of("X-Forwarded-For: 203.0.113.1, 192.0.2.9"), "x"),
                Porte.ENROLEMENTS);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(liar.send("POST", "/api/borne/v1/enrolment", List.of("X-Forwarded-For: 203.0.113.2, 192.0.2.9"), "x")
                        .status())
                .as("the last address is the one that the proxy saw")
                .isEqualTo(429);
    }

    @Test
    void codes_of_enrolment_cannot_be_tried_at_leisure() {
        var guesser = stranger();
        var stopped =
                untilStopped(() -> guesser.send("POST", "/api/borne/v1/enrolment", List.of(), "x"), Porte.ENROLEMENTS);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(retryAfter(stopped)).isBetween(1, 60);
    }

    @Test
    void a_kiosk_that_empties_a_long_queue_is_never_stopped_by_its_number_of_batches() {
        var key = SigningKey.generate();
        var kiosk = enrol(key);
        var browser = stranger();
        // 50,000 envelopes by a hundred, three times as fast as they can be taken.
        for (int batch = 0; batch < 500; batch++) {
            assertThat(heartbeat(browser, kiosk, key).status())
                    .as("batch %d", batch)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_kiosk_that_never_stops_is_told_when_to_come_back_and_the_others_of_its_address_go_on() {
        var key = SigningKey.generate();
        var mad = enrol(key);
        var browser = stranger();
        cameOften(Porte.BORNE, mad.id().toString());
        var stopped = untilStopped(() -> heartbeat(browser, mad, key), Porte.BORNE);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(retryAfter(stopped)).isEqualTo(1);
        var otherKey = SigningKey.generate();
        assertThat(heartbeat(browser, enrol(otherKey), otherKey).status()).isEqualTo(200);
    }

    @Test
    void somebody_who_names_a_kiosk_without_its_key_uses_up_their_own_address_alone() {
        var key = SigningKey.generate();
        var kiosk = enrol(key);
        var attacker = stranger();
        var thief = SigningKey.generate();
        cameOften(Porte.BORNES, attacker.address());
        var stopped = untilStopped(() -> heartbeat(attacker, kiosk, thief), Porte.BORNES);
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(heartbeat(stranger(), kiosk, key).status()).isEqualTo(200);
    }

    /** As if somebody had come often before: what is left is used up by the test itself. */
    private void cameOften(Porte door, String who) {
        int before =
                java.util.Objects.requireNonNull(limites.portes().get(door)).rafale() - 50;
        hub.getBean(Portier.class).alourdir(door, who, before);
    }

    private Reply untilStopped(java.util.function.Supplier<Reply> attempt, Porte door) {
        int most = java.util.Objects.requireNonNull(limites.portes().get(door)).rafale() * 2;
        var reply = attempt.get();
        for (int i = 0; i < most && reply.status() != 429; i++) {
            reply = attempt.get();
        }
        return reply;
    }

    private static int retryAfter(Reply reply) {
        return Integer.parseInt(reply.header("Retry-After").orElse("0"));
    }

    private Reply heartbeat(Browser from, Kiosk kiosk, SigningKey key) {
        byte[] body = new Batch(
                        ChainId.mint(new Random(7)), List.of(), new Etat(0, 1, List.of(), "essai", Instant.EPOCH))
                .encode();
        String target = "/api/borne/v1/envelopes";
        String authorization = RequestAuthorization.sign(
                        key, kiosk.id(), new Request("POST", target, Bytes.of(body)), clock.instant())
                .header();
        return from.send("POST", target, List.of("Authorization: " + authorization), body);
    }

    private Kiosk enrol(SigningKey of) {
        return hub.getBean(TransactionTemplate.class)
                .execute(_ ->
                        hub.getBean(Kiosks.class).enrol(of.verifyingKey(), Secteur.NORD, "Accueil", clock.instant()));
    }
}
