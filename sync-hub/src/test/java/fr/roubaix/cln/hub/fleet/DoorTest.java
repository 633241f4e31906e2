package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Outcome.Conflict;
import fr.roubaix.cln.sync.Outcome.Duplicate;
import fr.roubaix.cln.sync.Outcome.Forged;
import fr.roubaix.cln.sync.Outcome.Gap;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** What the door answers to each envelope, and what it keeps of it, whatever the database behind it. */
class DoorTest extends KioskAtTheDoor {

    @Test
    void a_chain_is_received_in_order_and_each_application_handed_on_once() {
        var ack = deliver(kiosk.opening(), kiosk.candidature(1), kiosk.candidature(2));
        assertThat(outcomes(ack)).containsExactly(new Accepted(), new Accepted(), new Accepted());
        assertThat(ack.contiguousSeq()).isEqualTo(3);
        assertThat(ack.chainHash()).isEqualTo(kiosk.head.hash());
        assertThat(hub.reception().calls).extracting(r -> r.mairie()).containsExactly(Secteur.NORD, Secteur.NORD);
        assertThat(hub.reception().calls.getFirst().fiche())
                .isEqualTo(RemoteKiosk.message(1).fiche());
    }

    @Test
    void the_same_batch_again_is_all_duplicates_and_a_heartbeat_tells_how_far_the_chain_is_held() {
        var first = kiosk.opening();
        var second = kiosk.candidature(1);
        deliver(first, second);
        assertThat(outcomes(deliver(first, second)))
                .containsExactly(new Duplicate(new Accepted()), new Duplicate(new Accepted()));
        assertThat(hub.reception().stored()).isEqualTo(1);
        var heartbeat = deliver();
        assertThat(heartbeat.contiguousSeq()).isEqualTo(2);
        assertThat(heartbeat.answers()).isEmpty();
    }

    @Test
    void thirty_two_posts_of_the_same_envelope_at_once_hand_it_on_once() throws Exception {
        deliver(kiosk.opening());
        var envelope = kiosk.candidature(1);
        var together = new CyclicBarrier(32);
        Callable<Outcome> post = () -> {
            together.await();
            return deliver(envelope).answers().getFirst().outcome();
        };
        try (var threads = Executors.newFixedThreadPool(32)) {
            var outcomes = threads.invokeAll(Collections.nCopies(32, post)).stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(outcomes).filteredOn(new Accepted()::equals).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(new Duplicate(new Accepted())::equals)
                    .hasSize(31);
        }
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void after_a_gap_nothing_is_stored_and_the_expected_number_is_told() {
        deliver(kiosk.opening());
        var lost = kiosk.candidature(1);
        var next = kiosk.candidature(2);
        assertThat(outcomes(deliver(next))).containsExactly(new Gap(2));
        assertThat(outcomes(deliver(lost, next))).containsExactly(new Accepted(), new Accepted());
    }

    @Test
    void other_bytes_at_a_position_taken_are_a_conflict_kept_for_staff() {
        var opening = kiosk.opening();
        deliver(opening, kiosk.candidature(1));
        var other = kiosk.at(2, opening.hash(), RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[60]));
        var head = kiosk.head;
        assertThat(outcomes(deliver(other))).containsExactly(new Conflict());
        assertThat(quarantined("CONFLIT")).isEqualTo(1);
        var wrongPast = kiosk.at(3, opening.hash(), RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[60]));
        var ack = deliver(wrongPast);
        assertThat(outcomes(ack)).containsExactly(new Conflict());
        assertThat(ack.chainHash()).isEqualTo(head.hash());
    }

    @Test
    void what_the_kiosk_did_not_sign_for_this_chain_is_forged_and_not_stored() {
        var opening = kiosk.opening();
        var stranger =
                Signed.by(SigningKey.generate(), Use.ENVELOPE, opening.content().toArray());
        var otherUse = Signed.by(kiosk.key, Use.REQUEST, opening.content().toArray());
        var noEnvelope = Signed.by(kiosk.key, Use.ENVELOPE, "{}".getBytes(StandardCharsets.UTF_8));
        var ack = deliver(stranger, otherUse, noEnvelope);
        assertThat(outcomes(ack)).containsExactly(new Forged(), new Forged(), new Forged());
        assertThat(ack.contiguousSeq()).isZero();
        kiosk.newChain();
        assertThat(outcomes(deliver(opening))).containsExactly(new Forged());
        assertThat(count("envelope")).isZero();
        assertThat(count("quarantine")).isZero();
    }

    @Test
    void in_one_batch_each_envelope_has_its_own_outcome_and_the_same_one_twice_is_taken_once() {
        var opening = kiosk.opening();
        deliver(opening);
        var first = kiosk.candidature(1);
        var otherPast = kiosk.at(3, opening.hash(), RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[60]));
        var lost = kiosk.candidature(2);
        var beyond = kiosk.candidature(3);
        var stranger =
                Signed.by(SigningKey.generate(), Use.ENVELOPE, lost.content().toArray());
        var ack = deliver(opening, first, first, otherPast, stranger, beyond, lost);
        assertThat(outcomes(ack))
                .containsExactly(
                        new Duplicate(new Accepted()),
                        new Accepted(),
                        new Duplicate(new Accepted()),
                        new Conflict(),
                        new Forged(),
                        new Gap(3),
                        new Accepted());
        assertThat(ack.contiguousSeq()).isEqualTo(3);
        assertThat(ack.chainHash()).isEqualTo(lost.hash());
        assertThat(hub.reception().stored()).isEqualTo(2);
    }

    @Test
    void two_instances_that_receive_the_same_batches_at_once_take_each_envelope_once() throws Exception {
        deliver(kiosk.opening());
        var other = hub.another();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                int first = 10 * round;
                var batch = IntStream.range(first, first + 10)
                        .mapToObj(kiosk::candidature)
                        .toArray(Signed[]::new);
                var together = new CyclicBarrier(2);
                var acks = threads
                        .invokeAll(Stream.of(hub, other)
                                .<Callable<Ack>>map(instance -> () -> {
                                    together.await();
                                    return link.deliver(instance, batch);
                                })
                                .toList())
                        .stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(acks).allSatisfy(ack -> assertThat(ack.chainHash()).isEqualTo(kiosk.head.hash()));
                assertThat(acks.stream().flatMap(ack -> outcomes(ack).stream()))
                        .hasSize(20)
                        .filteredOn(new Accepted()::equals)
                        .hasSize(10);
            }
        }
        assertThat(hub.reception().stored()).isEqualTo(200);
        assertThat(count("quarantine")).isZero();
    }

    @Test
    void no_payload_and_no_name_stays_in_the_tables_of_the_door() {
        IntStream.range(1, 6).forEach(i -> deliver(i == 1 ? kiosk.opening() : kiosk.candidature(i)));
        for (String table : List.of("envelope", "fact", "kiosk", "kiosk_chain", "quarantine")) {
            assertThat(hub.jdbc()
                            .sql("SELECT * FROM " + table)
                            .query()
                            .listOfRows()
                            .toString())
                    .doesNotContain("Zzcanari")
                    .doesNotContain("1990-05-17");
        }
        assertThat(count("quarantine")).isZero();
    }
}
