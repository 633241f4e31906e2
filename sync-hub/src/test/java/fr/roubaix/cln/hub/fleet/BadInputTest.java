package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.ChangementsDeStatut.Changement;
import fr.roubaix.cln.hub.ingest.Anomalies;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.sync.Use;

/** What a broken, hostile or badly set kiosk sends: the right answer, and nothing stored. */
class BadInputTest extends KioskAtTheDoor {

    @BeforeEach
    void openTheChain() {
        deliver(kiosk.opening());
    }

    @Test
    void an_envelope_of_two_mebibytes_is_too_large_for_the_door() {
        var huge = kiosk.next(RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[2 * 1024 * 1024]));
        assertThat(link.post(kiosk.batch(huge).encode()).status()).isEqualTo(413);
        assertNothingMore();
    }

    @Test
    void an_envelope_over_its_own_limit_in_a_batch_that_fits_is_none() {
        var large = kiosk.next(RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[Envelope.MAX_BYTES]));
        assertThat(outcomes(deliver(large))).containsExactly(new Outcome.Forged());
        assertNothingMore();
    }

    @Test
    void a_hundred_and_one_envelopes_are_no_batch() {
        String one = kiosk.candidature(1).text();
        String list = Collections.nCopies(101, one).stream()
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(","));
        String batch = new String(kiosk.batch().encode(), StandardCharsets.UTF_8)
                .replace("\"envelopes\":[]", "\"envelopes\":[" + list + "]");
        assertThat(batch).contains(one);
        assertThat(link.post(batch.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertNothingMore();
    }

    @Test
    void an_empty_batch_without_the_state_of_the_kiosk_is_no_heartbeat() {
        String batch = new String(kiosk.batch().encode(), StandardCharsets.UTF_8);
        String without = batch.replaceFirst(",\"etat\":.*$", "}");
        assertThat(without).isNotEqualTo(batch);
        assertThat(link.post(without.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
        assertThat(link.post(new byte[0]).status()).isEqualTo(400);
        assertNothingMore();
    }

    @Test
    void an_unknown_kind_is_set_aside_and_the_chain_goes_on() {
        var unknown = kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[80]));
        assertThat(outcomes(deliver(unknown, kiosk.candidature(1))))
                .containsExactly(new Outcome.Refused(), new Accepted());
    }

    @Test
    void what_was_sealed_for_the_key_of_another_hub_waits_at_the_kiosk() {
        kiosk.seal = OpeningKey.generate().sealingKey();
        assertThat(link.post(kiosk.batch(kiosk.candidature(1)).encode()).status())
                .isEqualTo(503);
        assertNothingMore();
    }

    @Test
    void while_the_clock_of_the_hub_is_wrong_requests_learn_its_time_and_can_follow_it() {
        var application = kiosk.candidature(1);
        var before = link.readBulletin();
        hub.advance(Duration.ofDays(4_000));
        var refused = link.post(kiosk.batch(application).encode());
        assertThat(refused.status()).isEqualTo(401);
        assertNothingMore();
        link.claim = refused.date();
        assertThat(outcomes(deliver(application))).containsExactly(new Accepted());
        hub.openCall();
        var ahead = link.readBulletin();
        assertThat(ahead.serial()).isGreaterThan(before.serial());
        hub.advance(Duration.ofDays(-4_000));
        link.claim = hub.now();
        hub.openCall();
        assertThat(link.readBulletin().serial())
                .as("a bulletin written once the clock is put right is not taken for an older one")
                .isGreaterThan(ahead.serial());
    }

    @Test
    void a_revoked_kiosk_is_refused_at_its_next_request_whatever_it_asks() {
        assertThat(link.get(KioskLink.BULLETIN, "").status()).isEqualTo(200);
        hub.bean(Kiosks.class).revoke(kiosk.id, hub.now());
        assertThat(link.get(KioskLink.BULLETIN, "").status()).isEqualTo(401);
        assertThat(link.get(KioskLink.STATUTS + "?depuis=0", "").status()).isEqualTo(401);
        assertThat(link.post(kiosk.batch(kiosk.candidature(1)).encode()).status())
                .isEqualTo(401);
        assertNothingMore();
    }

    @Test
    void the_former_key_of_a_terminal_that_was_replaced_opens_no_door() {
        var fresh = SigningKey.generate();
        hub.bean(Kiosks.class).renew(kiosk.id, fresh.verifyingKey(), hub.now());
        byte[] batch = kiosk.batch(kiosk.candidature(1)).encode();
        assertThat(link.post(batch).status()).isEqualTo(401);
        assertNothingMore();
        assertThat(outcomes(link.ack(link.post(fresh, batch))))
                .as("the new key does not vouch for what the former one signed")
                .containsExactly(new Outcome.Forged());
        assertNothingMore();
    }

    @Test
    void what_a_kiosk_did_not_sign_is_counted_for_staff_and_not_kept() {
        assertThat(hub.bean(Anomalies.class).parBorne()).isEmpty();
        var genuine = kiosk.candidature(1);
        var forged =
                Signed.by(SigningKey.generate(), Use.ENVELOPE, genuine.content().toArray());
        deliver(forged, forged);
        assertNothingMore();
        assertThat(hub.bean(Anomalies.class).parBorne()).singleElement().satisfies(seen -> {
            assertThat(seen.borne()).isEqualTo(kiosk.id);
            assertThat(seen.falsifications()).isEqualTo(2);
            assertThat(seen.derniereFalsification()).contains(hub.now());
            assertThat(seen.conflits()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?depuis=",
                "?depuis=-1",
                "?depuis=1.5",
                "?depuis=abc",
                "?depuis=01",
                "?depuis=9999999999999999999",
                "?depuis=1&depuis=2"
            })
    void statuses_after_something_that_is_no_number_are_refused(String query) {
        assertThat(link.get(KioskLink.STATUTS + query, "").status()).isEqualTo(400);
    }

    @Test
    void statuses_come_in_signed_pages_and_then_cost_nothing() {
        assertThat(link.statuses("0").statuts()).isEmpty();
        for (int i = 1; i <= StatusPage.MAX_LIGNES + 7; i++) {
            hub.bean(HubSlice.FakeChangements.class).tous.add(new Changement(i, new ReceiptCode(i), Statut.RECUE));
        }
        var first = link.statuses("0");
        assertThat(first.statuts()).hasSize(StatusPage.MAX_LIGNES);
        assertThat(first.derniere()).isFalse();
        var second = link.statuses(Long.toString(first.jusquA()));
        assertThat(second.statuts()).hasSize(7);
        assertThat(second.derniere()).isTrue();
        String target = KioskLink.STATUTS + "?depuis=" + second.jusquA();
        var empty = link.get(target, "");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(link.get(target, empty.etag()).status()).isEqualTo(304);
        var beyond = link.statuses("123456789");
        assertThat(List.of(beyond.depuis(), beyond.jusquA())).containsOnly(123456789L);
        assertThat(beyond.derniere()).isTrue();
    }

    private void assertNothingMore() {
        for (String table : List.of("envelope", "fact")) {
            assertThat(count(table)).as(table).isEqualTo(1);
        }
        assertThat(count("quarantine")).isZero();
        assertThat(hub.reception().calls).isEmpty();
    }
}
