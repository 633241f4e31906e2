package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.EnrolmentResponse.Reason;
import fr.roubaix.cln.sync.EnrolmentResponse.Refused;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Outcome.Conflict;
import fr.roubaix.cln.sync.Outcome.Duplicate;
import fr.roubaix.cln.sync.Outcome.Forged;
import fr.roubaix.cln.sync.Outcome.Gap;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** What the door promises, whatever the database behind it. */
abstract class HubDoorContract {

    private static final String ENVELOPES = "/api/borne/v1/envelopes";
    private static final String BULLETIN = "/api/borne/v1/bulletin";
    private static final String ENROLMENT = "/api/borne/v1/enrolment";

    private HubSlice hub;
    private RemoteKiosk kiosk;
    private Enrolled enrolled;

    abstract Database database() throws Exception;

    @BeforeEach
    void open() throws Exception {
        hub = HubSlice.start(database());
        kiosk = new RemoteKiosk();
        enrolled = (Enrolled) enrol(kiosk, hub.bornes().creerCode(Secteur.NORD).code(), Secteur.NORD);
    }

    @AfterEach
    void close() {
        hub.close();
    }

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
        assertThat(post(kiosk.batch(opening, poison).encode()).status()).isEqualTo(503);
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
        assertThat(post(kiosk.batch(batch).encode()).status()).isEqualTo(503);
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
                                    return deliver(instance, batch);
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
    void a_kiosk_whose_envelopes_cannot_be_taken_now_is_late_and_not_silent() {
        deliver(kiosk.opening());
        hub.advance(Duration.ofMinutes(10));
        var poison = kiosk.candidature(FakeReception.POISON.bits());
        assertThat(post(kiosk.batch(poison).encode()).status()).isEqualTo(503);
        assertThat(hub.bornes().etats().getFirst().dernierContact()).contains(hub.now());
    }

    @Test
    void what_was_sealed_for_another_key_waits_at_the_kiosk() {
        deliver(kiosk.opening());
        kiosk.seal = OpeningKey.generate().sealingKey();
        assertThat(post(kiosk.batch(kiosk.candidature(1)).encode()).status()).isEqualTo(503);
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

    @Test
    void a_request_without_a_good_signature_is_refused_and_stores_nothing() {
        byte[] body = kiosk.batch(kiosk.opening()).encode();
        var request = new Request("POST", ENVELOPES, Bytes.of(body));
        var stranger = RequestAuthorization.sign(SigningKey.generate(), kiosk.id, request, hub.now());
        var late = RequestAuthorization.sign(
                kiosk.key, kiosk.id, request, hub.now().minus(Duration.ofMinutes(6)));
        var otherBody = RequestAuthorization.sign(
                kiosk.key, kiosk.id, new Request("POST", ENVELOPES, Bytes.of(new byte[0])), hub.now());
        for (String header : List.of(stranger.header(), late.header(), otherBody.header(), "Basic eDp5", "")) {
            Reply reply = hub.post(ENVELOPES, header, body);
            assertThat(reply.status()).as(header).isEqualTo(401);
            assertThat(reply.date()).isEqualTo(Instant.ofEpochSecond(hub.now().getEpochSecond()));
        }
        assertThat(count("envelope")).isZero();
        assertThat(count("kiosk_chain")).isZero();
    }

    @Test
    void a_revoked_kiosk_is_refused_at_its_next_request() {
        deliver(kiosk.opening());
        hub.jdbc().sql("UPDATE kiosk SET revoked_at = 1").update();
        assertThat(post(kiosk.batch(kiosk.candidature(1)).encode()).status()).isEqualTo(401);
    }

    @Test
    void too_large_a_body_is_413_and_a_body_that_is_no_batch_is_400() {
        assertThat(post(new byte[Batch.MAX_BYTES + 1]).status()).isEqualTo(413);
        assertThat(post("{\"v\":1}".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void a_code_enrols_one_key_and_the_same_key_asking_again_gets_the_same_answer() {
        String code = hub.bornes().creerCode(Secteur.SUD).code();
        var other = new RemoteKiosk();
        var first = (Enrolled) enrol(other, code, null);
        assertThat(first.mairie()).isEqualTo(Secteur.SUD);
        assertThat(first.kiosk()).isNotEqualTo(enrolled.kiosk());
        assertThat(((Enrolled) enrol(other, code, null)).kiosk()).isEqualTo(first.kiosk());
        assertThat(enrol(new RemoteKiosk(), code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
    }

    @Test
    void a_wrong_code_a_lapsed_code_and_another_mairie_enrol_nobody() {
        assertThat(enrol(new RemoteKiosk(), "ZZZZ9999", null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        String code = hub.bornes().creerCode(Secteur.SUD).code();
        assertThat(enrol(new RemoteKiosk(), code, Secteur.EST)).isEqualTo(new Refused(Reason.AUTRE_MAIRIE));
        hub.advance(Duration.ofMinutes(15));
        assertThat(enrol(new RemoteKiosk(), code, Secteur.SUD)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(hub.bornes().etats()).hasSize(1);
        assertThat(hub.post(ENROLMENT, "", new byte[] {1, 2, 3}).status()).isEqualTo(400);
    }

    @Test
    void staff_see_when_a_kiosk_was_last_heard_and_what_it_said_was_waiting() {
        deliver(kiosk.opening());
        var etat = hub.bornes().etats().getFirst();
        assertThat(etat.mairie()).isEqualTo(Secteur.NORD);
        assertThat(etat.dernierContact()).contains(hub.now());
        assertThat(etat.enAttente()).contains(1);
    }

    @Test
    void staff_see_the_six_words_that_the_terminal_shows() {
        assertThat(hub.bornes().etats().getFirst().empreinte())
                .isEqualTo(Fingerprint.of(kiosk.key.verifyingKey(), enrolled.signingKey(), enrolled.sealingKey()));
    }

    @Test
    void the_bulletin_is_signed_once_and_its_serial_grows_only_when_it_says_something_new() {
        Reply first = get("");
        var bulletin = bulletin(first);
        assertThat(bulletin.contacts()).hasSize(5);
        assertThat(get("").body()).isEqualTo(first.body());
        assertThat(get(first.etag()).status()).isEqualTo(304);
        hub.openCall();
        Reply second = get(first.etag());
        assertThat(second.status()).isEqualTo(200);
        assertThat(bulletin(second).serial()).isGreaterThan(bulletin.serial());
        assertThat(bulletin(second).appels()).hasSize(1);
    }

    @Test
    void a_change_made_by_one_instance_is_in_the_next_answer_of_the_other() throws Exception {
        var other = hub.another();
        var agents = hub.bean(Agents.class);
        var acte = new Agents.Acte(new Identifiant("ada.l"), hub.now());
        var id = new AgentId("zoe.m");
        var agent = new AgentDeMairie(
                id, "Zoé M.", Optional.empty(), AgentDeMairie.Etat.ACTIF, hub.now(), acte.par(), hub.now());
        List<Runnable> changes = List.of(
                () -> assertThat(agents.ajouter(agent, "$argon2id$1")).isTrue(),
                () -> assertThat(agents.changerLeCode(id, "$argon2id$2", acte)).isTrue(),
                () -> assertThat(agents.activer(id, false, acte)).isTrue(),
                () -> assertThat(agents.activer(id, true, acte)).isTrue(),
                () -> assertThat(agents.toutChanger(acte)).isEqualTo(1),
                () -> enrol(
                        new RemoteKiosk(), hub.bornes().creerCode(Secteur.SUD).code(), Secteur.SUD),
                () -> hub.bean(Kiosks.class)
                        .renew(new KioskId(2), SigningKey.generate().verifyingKey(), hub.now()),
                () -> hub.bean(Kiosks.class).revoke(new KioskId(2), hub.now()),
                () -> hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(1)));
        for (Runnable change : changes) {
            Reply known = get(other, "");
            assertThat(get(other, known.etag()).status()).isEqualTo(304);
            assertThat(get(hub, known.etag()).status()).isEqualTo(304);
            change.run();
            Reply after = get(other, known.etag());
            assertThat(after.status()).as("change %d", changes.indexOf(change)).isEqualTo(200);
            assertThat(get(hub, "").body()).isEqualTo(after.body());
        }
    }

    @Test
    void a_contact_and_a_new_name_change_nothing_of_what_kiosks_are_told() {
        Reply known = get("");
        deliver(kiosk.opening(), kiosk.candidature(1));
        hub.bean(Kiosks.class).rename(kiosk.id, "Guichet");
        assertThat(get(known.etag()).status()).isEqualTo(304);
        assertThat(count("bulletin")).isEqualTo(1);
    }

    @Test
    void a_clock_set_back_does_not_set_the_serial_back() {
        hub.advance(Duration.ofDays(400));
        long ahead = bulletin(get("")).serial();
        hub.advance(Duration.ofDays(-400));
        hub.openCall();
        assertThat(bulletin(get("")).serial()).isEqualTo(ahead + 1);
    }

    @Test
    void who_asks_for_the_bulletin_that_it_has_does_not_wait_for_who_writes() {
        Reply known = get("");
        hub.whileWriting(() -> assertThat(get(known.etag()).status()).isEqualTo(304));
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

    private EnrolmentResponse enrol(RemoteKiosk asking, String code, Secteur mairie) {
        var request = new EnrolmentRequest(code, asking.key.verifyingKey(), mairie, "Accueil");
        byte[] body =
                Signed.by(asking.key, Use.REQUEST, request.encode()).text().getBytes(StandardCharsets.US_ASCII);
        var response = EnrolmentResponse.decode(
                        hub.post(ENROLMENT, "", body).body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        if (response instanceof Enrolled given) {
            asking.id = given.kiosk();
            asking.seal = given.sealingKey();
        }
        return response;
    }

    private Ack deliver(Signed... envelopes) {
        return deliver(hub, envelopes);
    }

    private Ack deliver(HubSlice instance, Signed... envelopes) {
        Reply reply = post(instance, kiosk.batch(envelopes).encode());
        assertThat(reply.status()).isEqualTo(200);
        return Signed.parse(reply.body())
                .filter(signed -> signed.verifiedBy(enrolled.signingKey(), Use.ACK))
                .flatMap(signed -> Ack.decode(signed.content().toArray()))
                .orElseThrow();
    }

    private Reply post(byte[] body) {
        return post(hub, body);
    }

    private Reply post(HubSlice instance, byte[] body) {
        var request = new Request("POST", ENVELOPES, Bytes.of(body));
        return instance.post(
                ENVELOPES,
                RequestAuthorization.sign(kiosk.key, kiosk.id, request, hub.now())
                        .header(),
                body);
    }

    private Reply get(String etag) {
        return get(hub, etag);
    }

    private Reply get(HubSlice instance, String etag) {
        var request = new Request("GET", BULLETIN, Bytes.of(new byte[0]));
        return instance.get(
                BULLETIN,
                RequestAuthorization.sign(kiosk.key, kiosk.id, request, hub.now())
                        .header(),
                etag);
    }

    private Bulletin bulletin(Reply reply) {
        return Signed.parse(reply.body())
                .filter(signed -> signed.verifiedBy(enrolled.signingKey(), Use.BULLETIN))
                .flatMap(signed -> Bulletin.decode(signed.content().toArray()))
                .orElseThrow();
    }

    private int count(String table) {
        return hub.jdbc()
                .sql("SELECT count(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    private int quarantined(String reason) {
        return hub.jdbc()
                .sql("SELECT count(*) FROM quarantine WHERE reason = ?")
                .param(reason)
                .query(Integer.class)
                .single();
    }

    private static List<Outcome> outcomes(Ack ack) {
        return ack.answers().stream().map(Ack.Answer::outcome).toList();
    }
}
