package fr.roubaix.cln.hub.attaques;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SigningKey;

/** A request of a kiosk, overheard, and what can be made of its signature. */
class ReplayedSignaturesTest extends AttackedHub {

    private static final String BULLETIN = "/api/borne/v1/bulletin";
    private static final String STATUTS = "/api/borne/v1/statuts?depuis=0";
    private static final String ENVELOPES = "/api/borne/v1/envelopes";

    private final SigningKey key = SigningKey.generate();
    private Kiosk kiosk;
    private Kiosk other;

    @BeforeEach
    void twoKiosks() {
        kiosk = enrol(key);
        other = enrol(SigningKey.generate());
    }

    @Test
    void a_signature_is_good_for_its_own_method_address_and_body_alone() {
        String bulletin = sign(kiosk.id(), "GET", BULLETIN, "", clock.instant());
        assertThat(ask("GET", BULLETIN, bulletin, "")).isEqualTo(200);
        for (String target : List.of(
                STATUTS,
                BULLETIN + "?a=b",
                BULLETIN + "?",
                BULLETIN + "/",
                "/api/borne/v1/%62ulletin",
                "//api/borne/v1/bulletin",
                "/api/borne/v1/./bulletin",
                "/api/borne/v1/bulletin;a=b",
                "/api/borne/V1/bulletin")) {
            assertThat(ask("GET", target, bulletin, "")).as(target).isIn(400, 401);
        }
        assertThat(ask("HEAD", BULLETIN, bulletin, "")).isEqualTo(401);
        assertThat(ask("POST", ENVELOPES, bulletin, "")).isEqualTo(401);
        assertThat(ask("GET", BULLETIN, bulletin, "un corps")).isEqualTo(401);
    }

    @Test
    void a_batch_cannot_be_changed_cut_nor_sent_to_another_door() {
        String body = heartbeat();
        String signed = sign(kiosk.id(), "POST", ENVELOPES, body, clock.instant());
        assertThat(ask("POST", ENVELOPES, signed, body)).isEqualTo(200);
        for (String changed : List.of(body + " ", body.substring(1), body.replace('1', '2'), "", "{}")) {
            assertThat(ask("POST", ENVELOPES, signed, changed)).as(changed).isEqualTo(401);
        }
        assertThat(ask("POST", BULLETIN, signed, body)).isEqualTo(401);
    }

    @Test
    void a_signature_says_nothing_for_another_kiosk() {
        String signed = sign(kiosk.id(), "GET", BULLETIN, "", clock.instant());
        for (KioskId id : List.of(other.id(), new KioskId(9_999))) {
            String renamed = sign(id, "GET", BULLETIN, "", clock.instant());
            assertThat(ask("GET", BULLETIN, renamed, ""))
                    .as("signed by another")
                    .isEqualTo(401);
        }
        assertThat(ask("GET", BULLETIN, signed, "")).isEqualTo(200);
    }

    @Test
    void a_signature_is_good_for_five_minutes_in_either_direction() {
        for (int minutes : List.of(-6, 6, -60, 525_600)) {
            Instant claim = clock.instant().plus(Duration.ofMinutes(minutes));
            assertThat(ask("GET", BULLETIN, sign(kiosk.id(), "GET", BULLETIN, "", claim), ""))
                    .as("%d minutes", minutes)
                    .isEqualTo(401);
        }
        Instant recent = clock.instant().minus(Duration.ofMinutes(4));
        assertThat(ask("GET", BULLETIN, sign(kiosk.id(), "GET", BULLETIN, "", recent), ""))
                .isEqualTo(200);
    }

    @Test
    void a_header_that_is_no_signature_is_refused_whatever_it_holds() {
        String good = sign(kiosk.id(), "GET", BULLETIN, "", clock.instant());
        var random = new Random(4_2);
        for (int i = 0; i < 200; i++) {
            var broken = new StringBuilder(good);
            int at = random.nextInt(good.length());
            broken.setCharAt(at, (char) (33 + random.nextInt(94)));
            if (!broken.toString().equals(good)) {
                int status = ask("GET", BULLETIN, broken.toString(), "");
                assertThat(status).as("seed 42, " + broken).isEqualTo(401);
            }
        }
        for (String header : List.of("", "Basic YTpi", "Bearer x", good + good, good.substring(0, 20), "' OR 1=1 --")) {
            assertThat(ask("GET", BULLETIN, header, "")).as(header).isEqualTo(401);
        }
    }

    @Test
    void numbers_that_are_none_are_refused_to_a_kiosk_too() {
        for (String depuis :
                List.of("-1", "abc", "1e3", "99999999999999999999", "%27", "1&depuis=2", "", "9".repeat(5_000))) {
            String target = "/api/borne/v1/statuts?depuis=" + depuis;
            assertThat(ask("GET", target, sign(kiosk.id(), "GET", target, "", clock.instant()), ""))
                    .as(depuis)
                    .isEqualTo(400);
        }
    }

    private Kiosk enrol(SigningKey of) {
        return hub.getBean(TransactionTemplate.class)
                .execute(_ ->
                        hub.getBean(Kiosks.class).enrol(of.verifyingKey(), Secteur.NORD, "Accueil", clock.instant()));
    }

    private String heartbeat() {
        var etat = new Etat(0, 1, List.of(), "essai", Instant.EPOCH);
        return new String(new Batch(ChainId.mint(new Random(7)), List.of(), etat).encode(), StandardCharsets.UTF_8);
    }

    private String sign(KioskId id, String method, String target, String body, Instant claim) {
        var request = new Request(method, target, Bytes.of(body.getBytes(StandardCharsets.UTF_8)));
        return RequestAuthorization.sign(key, id, request, claim).header();
    }

    private int ask(String method, String target, String authorization, String body) {
        return stranger()
                .send(method, target, List.of("Authorization: " + authorization), body)
                .status();
    }
}
