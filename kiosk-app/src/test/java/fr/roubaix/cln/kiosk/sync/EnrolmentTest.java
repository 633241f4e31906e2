package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.kiosk.sync.Enrolment.Issue;
import fr.roubaix.cln.storage.StartupRefusedException;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.testkit.time.HandClock;

class EnrolmentTest {

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final FakeHub hub = new FakeHub();
    private KioskRig kiosk;

    @BeforeEach
    void start() throws IOException {
        hub.start();
        open();
    }

    @AfterEach
    void stop() {
        kiosk.close();
        hub.close();
    }

    private void open() {
        kiosk = new KioskRig(folder, folder.resolve("supports"), clock, random);
    }

    @Test
    void the_same_code_enrols_once_however_often_the_kiosk_is_started_with_it() {
        assertThat(enrol(FakeHub.CODE)).isInstanceOf(Issue.Enrolee.class);
        kiosk.close();
        open();
        assertThat(enrol("abcd-2345")).isInstanceOf(Issue.DejaEnrolee.class);
        assertThat(atStart(FakeHub.CODE).due()).isNull();
        assertThat(atStart(FakeHub.OTHER_CODE).due()).isNotNull();
        assertThat(causes()).containsExactly("PREMIERE");
    }

    @Test
    void another_code_for_the_same_number_gives_a_new_key_and_a_new_chain_with_what_waits() {
        enrol(FakeHub.CODE);
        var before = kiosk.identity.key().orElseThrow();
        deposit();
        hub.receiptKey = 2;
        assertThat(enrol(FakeHub.OTHER_CODE)).isInstanceOf(Issue.Enrolee.class);
        assertThat(kiosk.identity.key().orElseThrow()).isNotEqualTo(before);
        assertThat(hub.lastKey).isEqualTo(1);
        assertThat(kiosk.hub.borne().orElseThrow().cle()).isEqualTo(2);
        assertThat(causes()).containsExactly("PREMIERE", "ENROLEMENT");
        assertThat(kiosk.pending()).isEqualTo(2);
    }

    @Test
    void a_chain_after_an_enrolment_names_what_the_hub_holds_even_when_the_last_ack_is_lost() {
        enrol(FakeHub.CODE);
        deposit();
        kiosk.outbox.record(client().send(Objects.requireNonNull(kiosk.due())));
        deposit();
        deposit();
        var batch = Objects.requireNonNull(kiosk.due());
        client().send(batch);
        kiosk.outbox.record(new Delivery.Failed(batch, Hub.Fault.UNREACHABLE));
        var held = new ChainHead(batch.chain(), 4, hub.held.getLast().hash());
        enrol(FakeHub.OTHER_CODE);
        assertThat(opened()).isEqualTo(new ChaineOuverte(held, Cause.ENROLEMENT));
        // The opening, and the two whose own answer is still to come.
        assertThat(kiosk.pending()).isEqualTo(3);
    }

    @Test
    void a_hub_that_was_restored_is_told_which_numbers_keys_had_and_asked_what_it_still_holds() {
        hub.receiptKey = 4;
        enrol(FakeHub.CODE);
        assertThat(hub.lastKey).isZero();
        deposit();
        deposit();
        kiosk.outbox.record(client().send(Objects.requireNonNull(kiosk.due())));
        hub.held.removeLast();
        hub.epoch = new HubEpoch("0000000000000002");
        hub.receiptKey = 5;
        enrol(FakeHub.OTHER_CODE);
        assertThat(hub.lastKey).isEqualTo(4);
        assertThat(opened().previous())
                .isEqualTo(new ChainHead(
                        new ChainId(chains().getFirst()), 2, hub.held.getLast().hash()));
        assertThat(kiosk.index.page(0, 20)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
        // The opening, the one that the hub lost, and what is told to staff.
        assertThat(kiosk.pending()).isEqualTo(3);
    }

    @Test
    void the_private_key_of_an_enrolment_that_is_over_is_erased_and_the_one_to_come_is_kept() {
        enrol(FakeHub.CODE);
        assertThat(folder.resolve("borne.key")).exists();
        kiosk.identity.nextKey();
        kiosk.identity.reload();
        assertThat(folder.resolve("borne.key")).exists();
        assertThat(folder.resolve("borne-2.key")).exists();
        enrol(FakeHub.OTHER_CODE);
        assertThat(folder.resolve("borne.key")).doesNotExist();
        assertThat(folder.resolve("borne-2.key")).exists();
        deposit();
    }

    @Test
    void an_old_private_key_that_a_crash_left_behind_is_erased_at_the_next_start() throws IOException {
        enrol(FakeHub.CODE);
        byte[] old = Files.readAllBytes(folder.resolve("borne.key"));
        enrol(FakeHub.OTHER_CODE);
        kiosk.close();
        Files.write(folder.resolve("borne.key"), old);
        open();
        assertThat(folder.resolve("borne.key")).doesNotExist();
        assertThat(kiosk.hub.borne()).isPresent();
    }

    @Test
    void a_hub_that_does_not_answer_any_more_is_not_waited_for() {
        enrol(FakeHub.CODE);
        deposit();
        hub.misbehaviour = _ -> new FakeHub.Answer(503, new byte[0]);
        assertThat(enrol(FakeHub.OTHER_CODE)).isInstanceOf(Issue.Enrolee.class);
        assertThat(causes()).containsExactly("PREMIERE", "ENROLEMENT");
        assertThat(kiosk.pending()).isEqualTo(2);
    }

    @Test
    void nothing_is_sent_under_a_key_that_did_not_sign_it_while_the_chain_of_an_enrolment_is_awaited() {
        enrol(FakeHub.CODE);
        deposit();
        Link.askChain(kiosk.jdbc, Cause.ENROLEMENT);
        assertThat(kiosk.due()).isNull();
        kiosk.journal.beginIfAsked();
        assertThat(Objects.requireNonNull(kiosk.due()).envelopes()).hasSize(2);
    }

    @Test
    void a_code_for_another_number_changes_nothing_while_something_waits() {
        enrol(FakeHub.CODE);
        deposit();
        hub.number = new KioskId(9);
        var issue = enrol(FakeHub.OTHER_CODE);
        assertThat(issue).isInstanceOf(Issue.AutreNumero.class);
        assertThat(issue.phrase()).contains("borne 9").contains("borne 3").contains("2 envois");
        assertThat(kiosk.hub.borne().orElseThrow().id()).isEqualTo(FakeHub.KIOSK);
        deposit();
        assertThat(kiosk.pending()).isEqualTo(3);
    }

    @Test
    void a_code_for_another_number_changes_nothing_once_an_application_is_in_the_journal_even_sent() {
        enrol(FakeHub.CODE);
        deposit();
        deposit();
        kiosk.jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED'").update();
        hub.number = new KioskId(9);
        var issue = enrol(FakeHub.OTHER_CODE);
        assertThat(issue).isInstanceOf(Issue.AutreNumero.class);
        assertThat(issue.phrase())
                .contains("2 candidatures")
                .contains("0 envoi que")
                .contains("un code pour la borne 3.");
        assertThat(kiosk.hub.borne().orElseThrow().id()).isEqualTo(FakeHub.KIOSK);
        assertThat(causes()).containsExactly("PREMIERE");
    }

    @Test
    void a_kiosk_that_never_received_an_application_may_take_another_number() {
        enrol(FakeHub.CODE);
        kiosk.jdbc.sql("UPDATE inscription SET delivery = 'DELIVERED'").update();
        hub.number = new KioskId(9);
        assertThat(enrol(FakeHub.OTHER_CODE)).isInstanceOf(Issue.Enrolee.class);
        assertThat(kiosk.hub.borne().orElseThrow().id()).isEqualTo(new KioskId(9));
    }

    @Test
    void a_journal_whose_key_is_lost_refuses_to_start_until_a_code_is_given_and_then_keeps_what_waits()
            throws IOException {
        enrol(FakeHub.CODE);
        deposit();
        kiosk.close();
        Files.delete(folder.resolve("borne.key"));
        open();
        assertThatThrownBy(() -> new SyncConfiguration().kioskIdentity(kiosk.jdbc, properties(null)))
                .isInstanceOf(StartupRefusedException.class)
                .hasMessageContaining("--cln.kiosk.code");
        assertThat(folder.resolve("borne.key")).doesNotExist();
        assertThat(kiosk.hub.borne()).isEmpty();
        assertThatThrownBy(this::deposit).isInstanceOf(JournalUnavailableException.class);
        assertThat(enrol(FakeHub.OTHER_CODE)).isInstanceOf(Issue.Enrolee.class);
        assertThat(causes()).containsExactly("PREMIERE", "ENROLEMENT");
        assertThat(kiosk.pending()).isEqualTo(2);
    }

    private Issue enrol(String code) {
        return kiosk.enrolment(client(), properties(code)).enroler(hub.address(), code);
    }

    private HubClient client() {
        return new HubClient(new HubTransport(kiosk.identity, clock), kiosk.identity);
    }

    private EnrolmentAtStart atStart(String code) {
        return new EnrolmentAtStart(properties(code), kiosk.identity, new Backoff(random), clock);
    }

    private KioskProperties properties(@Nullable String code) {
        return new KioskProperties(
                folder,
                hub.address(),
                code,
                ModelHub.mairie(),
                "Borne",
                Duration.ofSeconds(2),
                KioskRig.HEARTBEAT,
                Duration.ofDays(30),
                List.of(),
                null);
    }

    private void deposit() {
        kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(random.nextLong(1L << 45)));
    }

    /** What the first envelope of the chain that receives says. */
    private ChaineOuverte opened() {
        var receiving = kiosk.chains.current(kiosk.identity.enrolled().orElseThrow());
        return kiosk.jdbc
                .sql("SELECT content, signature FROM envelope WHERE chain = ? AND seq = 1")
                .param(receiving.orElseThrow().hex())
                .query((row, _) -> hub.opened(Chains.signed(row)))
                .single();
    }

    private List<String> chains() {
        return kiosk.jdbc
                .sql("SELECT chain FROM chain ORDER BY rank")
                .query(String.class)
                .list();
    }

    private List<String> causes() {
        return kiosk.jdbc
                .sql("SELECT cause FROM chain ORDER BY rank")
                .query(String.class)
                .list();
    }
}
