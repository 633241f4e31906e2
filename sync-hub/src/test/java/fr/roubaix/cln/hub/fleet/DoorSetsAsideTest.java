package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Outcome.Duplicate;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;

/** What the hub cannot use is for staff, and what it cannot take now waits at the kiosk. */
class DoorSetsAsideTest extends KioskAtTheDoor {

    @Test
    void what_cannot_be_used_is_kept_for_staff_and_nothing_behind_it_waits() {
        var ack = deliver(
                kiosk.opening(),
                kiosk.next(RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[80])),
                kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[80])),
                kiosk.opening(),
                kiosk.candidature(FakeReception.TAKEN.bits()),
                kiosk.candidature(1));
        assertThat(outcomes(ack))
                .containsExactly(
                        new Accepted(),
                        new Outcome.Refused(),
                        new Outcome.Refused(),
                        new Outcome.Refused(),
                        new Outcome.Refused(),
                        new Accepted());
        assertThat(ack.contiguousSeq()).isEqualTo(6);
        for (String reason : List.of("ILLISIBLE", "GENRE_INCONNU", "OUVERTURE_MAL_PLACEE", "CODE_DEJA_PRIS")) {
            assertThat(quarantined(reason)).as(reason).isPositive();
        }
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void what_the_hub_fails_on_is_not_stored_and_is_taken_once_the_hub_is_repaired() {
        var opening = kiosk.opening();
        var poison = kiosk.candidature(FakeReception.POISON.bits());
        assertThat(link.post(kiosk.batch(opening, poison).encode()).status()).isEqualTo(503);
        assertThat(count("quarantine")).isZero();
        assertThat(hub.reception().stored()).isZero();
        assertThat(deliver().contiguousSeq()).isEqualTo(1);
        hub.reception().repaired = true;
        assertThat(outcomes(deliver(opening, poison))).containsExactly(new Duplicate(new Accepted()), new Accepted());
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void what_stands_before_an_envelope_that_the_hub_fails_on_is_stored_and_what_stands_behind_it_waits() {
        var batch = new Signed[] {
            kiosk.opening(),
            kiosk.candidature(1),
            kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[80])),
            kiosk.candidature(FakeReception.POISON.bits()),
            kiosk.candidature(2)
        };
        assertThat(link.post(kiosk.batch(batch).encode()).status()).isEqualTo(503);
        assertThat(deliver().contiguousSeq()).isEqualTo(3);
        assertThat(hub.reception().stored()).isEqualTo(1);
        assertThat(count("quarantine")).isEqualTo(1);
        assertThat(count("envelope")).isEqualTo(3);
        assertThat(count("fact")).isEqualTo(2);
        hub.reception().repaired = true;
        assertThat(outcomes(deliver(batch)))
                .containsExactly(
                        new Duplicate(new Accepted()),
                        new Duplicate(new Accepted()),
                        new Duplicate(new Outcome.Refused()),
                        new Accepted(),
                        new Accepted());
        assertThat(hub.reception().stored()).isEqualTo(3);
    }

    @Test
    void a_kiosk_whose_envelopes_cannot_be_taken_now_is_late_and_not_silent() {
        deliver(kiosk.opening());
        advance(Duration.ofMinutes(10));
        var poison = kiosk.candidature(FakeReception.POISON.bits());
        assertThat(link.post(kiosk.batch(poison).encode()).status()).isEqualTo(503);
        assertThat(hub.bornes().etats().getFirst().dernierContact()).contains(hub.now());
    }

    @Test
    void what_was_sealed_for_another_key_waits_at_the_kiosk() {
        deliver(kiosk.opening());
        kiosk.seal = OpeningKey.generate().sealingKey();
        assertThat(link.post(kiosk.batch(kiosk.candidature(1)).encode()).status())
                .isEqualTo(503);
        assertThat(count("quarantine")).isZero();
        assertThat(deliver().contiguousSeq()).isEqualTo(1);
    }

    @Test
    void an_application_whose_code_is_taken_is_refused_again_when_it_is_appended_again() {
        var id = RemoteKiosk.newId();
        var context = new SealContext(kiosk.id, id, Kind.CANDIDATURE);
        var payload = kiosk.seal.seal(
                context, RemoteKiosk.message(FakeReception.TAKEN.bits()).encode());
        assertThat(outcomes(deliver(kiosk.opening(), kiosk.next(id, Kind.CANDIDATURE, payload))))
                .containsExactly(new Accepted(), new Outcome.Refused());
        kiosk.newChain();
        assertThat(outcomes(deliver(kiosk.opening(), kiosk.next(id, Kind.CANDIDATURE, payload))))
                .containsExactly(new Accepted(), new Outcome.Refused());
    }

    @Test
    void an_application_set_aside_waits_until_it_is_taken_in_another_chain() {
        var id = RemoteKiosk.newId();
        var payload = kiosk.seal.seal(
                new SealContext(kiosk.id, id, Kind.CANDIDATURE),
                RemoteKiosk.message(2).encode());
        var opening = kiosk.opening();
        deliver(opening, kiosk.candidature(1));
        assertThat(hub.quarantaine().candidaturesEnAttente()).isZero();
        deliver(kiosk.at(2, opening.hash(), id, Kind.CANDIDATURE, payload));
        deliver(kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[80])));
        assertThat(hub.quarantaine().candidaturesEnAttente()).isEqualTo(1);
        kiosk.newChain();
        deliver(kiosk.opening(), kiosk.next(id, Kind.CANDIDATURE, payload));
        assertThat(hub.quarantaine().candidaturesEnAttente()).isZero();
        deliver(kiosk.candidature(FakeReception.TAKEN.bits()));
        assertThat(hub.quarantaine().candidaturesEnAttente()).isEqualTo(1);
    }

    @Test
    void an_id_that_comes_again_with_another_payload_is_refused() {
        var id = RemoteKiosk.newId();
        deliver(kiosk.opening(), kiosk.next(id, RemoteKiosk.message(1)));
        kiosk.newChain();
        var opening = kiosk.opening();
        var otherPayload = kiosk.next(id, RemoteKiosk.message(2));
        assertThat(outcomes(deliver(opening, otherPayload))).containsExactly(new Accepted(), new Outcome.Refused());
        assertThat(quarantined("IDENTIFIANT_DEJA_PRIS")).isEqualTo(1);
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void the_same_payload_appended_again_in_a_new_chain_is_accepted_and_handed_on_once() {
        var id = RemoteKiosk.newId();
        var context = new SealContext(kiosk.id, id, Kind.CANDIDATURE);
        var payload = kiosk.seal.seal(context, RemoteKiosk.message(1).encode());
        deliver(kiosk.opening(), kiosk.next(id, Kind.CANDIDATURE, payload));
        kiosk.newChain();
        assertThat(outcomes(deliver(kiosk.opening(), kiosk.next(id, Kind.CANDIDATURE, payload))))
                .containsExactly(new Accepted(), new Accepted());
        assertThat(hub.reception().calls).hasSize(1);
    }
}
