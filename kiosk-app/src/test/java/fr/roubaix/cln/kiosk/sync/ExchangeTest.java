package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Unread;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bulletin.AppelPublie;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.StatusPage.Ligne;
import fr.roubaix.cln.sync.Statut;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.testkit.time.HandClock;

/** What a kiosk makes of each answer of the hub. */
class ExchangeTest {

    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(NOON);
    private final ModelHub model = new ModelHub(random, clock);
    private Path stick;
    private KioskRig kiosk;

    @BeforeEach
    void an_enrolled_kiosk() throws IOException {
        stick = Files.createDirectories(folder.resolve("supports").resolve("CLE"));
        Files.createDirectories(folder.resolve("borne"));
        open();
        kiosk.enrol(model);
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    private void open() {
        kiosk = new KioskRig(folder.resolve("borne"), stick.getParent(), clock, random);
    }

    @Test
    void what_is_too_large_is_halved_down_to_one_envelope_then_waits_and_grows_back_once_it_passes() {
        deposit(40);
        var sizes = new ArrayList<Integer>();
        for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
            sizes.add(batch.envelopes().size());
            kiosk.outbox.record(new Failed(batch, Fault.TOO_LARGE));
        }
        assertThat(sizes).containsExactly(41, 20, 10, 5, 2, 1);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.TOO_LARGE);
        sizes.clear();
        clock.advance(Duration.ofMinutes(6));
        for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
            sizes.add(batch.envelopes().size());
            kiosk.answer(batch, model.receive(batch));
        }
        assertThat(sizes).startsWith(1, 2, 4, 8, 16).hasSize(6);
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
    }

    @Test
    void what_is_called_forged_twice_goes_on_in_a_new_chain_once_and_then_waits_for_people() {
        deposit(3);
        drain();
        deposit(2);
        model.forging = true;
        for (int i = 0; i < 8; i++) {
            later();
            kiosk.exchange(model);
        }
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.FORGED);
        assertThat(kiosk.pending()).isEqualTo(3);
        model.forging = false;
        drain();
        assertThat(model.state.facts).hasSize(7);
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_hub_that_holds_something_else_in_every_chain_stops_getting_new_ones_and_is_believed_once_it_mends() {
        drain();
        deposit(3);
        for (int i = 0; i < 12; i++) {
            later();
            for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
                kiosk.answer(batch, holdingSomethingElse(batch));
            }
        }
        assertThat(chains()).hasSizeLessThanOrEqualTo(4);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.CONFLICT);
        deposit(1);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
        deposit(1);
        later();
        var batch = Objects.requireNonNull(kiosk.due());
        kiosk.answer(batch, holdingSomethingElse(batch));
        assertThat(chains()).as("a conflict after what was taken is a new one").hasSizeLessThanOrEqualTo(5);
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    private Signed holdingSomethingElse(Batch batch) {
        var ack = new Ack(
                ModelHub.KIOSK,
                batch.chain(),
                9,
                Hash.of(Bytes.of(new byte[] {1})),
                batch.envelopes().stream()
                        .map(signed -> new Ack.Answer(signed.hash(), new Outcome.Conflict()))
                        .toList(),
                0,
                model.epoch,
                clock.instant());
        return Signed.by(model.signing, Use.ACK, ack.encode());
    }

    @Test
    void several_chains_in_a_row_name_the_last_head_that_the_hub_holds() {
        deposit(3);
        drain();
        var held = model.state.chains.get(chains().getFirst()).getLast();
        deposit(2);
        begin(Cause.CONFLIT);
        begin(Cause.FALSIFICATION);
        begin(Cause.ENROLEMENT);
        drain();
        assertThat(chains()).hasSize(4);
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(
                        new ChainHead(new ChainId(chains().getFirst()), 4, held.hash()), Cause.ENROLEMENT));
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_chain_that_follows_a_restoration_of_which_the_hub_never_heard_vouches_for_nothing_before_it() {
        deposit(3);
        drain();
        begin(Cause.RESTAURATION);
        begin(Cause.CONFLIT);
        begin(Cause.CONFLIT);
        drain();
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(ChainHead.empty(new ChainId(chains().get(1))), Cause.CONFLIT));
    }

    private void begin(Cause cause) {
        kiosk.write.executeWithoutResult(
                _ -> kiosk.chains.continued(kiosk.identity.enrolled().orElseThrow(), cause));
    }

    @Test
    void an_envelope_damaged_on_the_disk_is_set_aside_and_the_others_pass() {
        deposit(4);
        kiosk.jdbc.sql("UPDATE envelope SET content = x'7b7d' WHERE seq = 3").update();
        var batch = Objects.requireNonNull(kiosk.due());
        kiosk.answer(batch, forged(batch));
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        drain();
        assertThat(kiosk.index.counts())
                .containsEntry(JournalIndex.Delivery.UNSENDABLE, 1)
                .containsEntry(JournalIndex.Delivery.PENDING, 0);
        assertThat(kiosk.index.page(0, 20)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
    }

    @Test
    void an_envelope_that_the_hub_cannot_read_is_found_by_halves_and_all_goes_on_in_another_chain() {
        deposit(20);
        kiosk.jdbc.sql("UPDATE envelope SET signature = x'00' WHERE seq = 7").update();
        var sizes = exchangedWhileSomeAreUnread();
        assertThat(sizes).startsWith(21, 10, 5, 10, 5, 2, 1);
        assertThat(kiosk.pending()).isZero();
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
        assertThat(kiosk.index.page(0, 30)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
    }

    @Test
    void a_damaged_chain_is_continued_from_where_the_hub_holds_it_even_when_the_last_ack_is_lost() {
        deposit(4);
        var lost = Objects.requireNonNull(kiosk.due());
        model.receive(lost);
        kiosk.outbox.record(new Failed(lost, Fault.UNREACHABLE));
        deposit(2);
        kiosk.jdbc
                .sql("UPDATE envelope SET content = x'00', signature = x'00' WHERE seq = 1")
                .update();
        var sizes = exchangedWhileSomeAreUnread();
        assertThat(sizes).startsWith(7, 3, 1, 0);
        var first = new ChainId(chains().getFirst());
        var held = model.state.chains.get(first.hex());
        assertThat(model.opened(chains().getLast()))
                .isEqualTo(new ChaineOuverte(
                        new ChainHead(first, held.size(), held.getLast().hash()), Cause.FALSIFICATION));
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
    }

    @Test
    void a_question_about_a_chain_of_which_nothing_waits_any_more_changes_nothing() {
        deposit(3);
        drain();
        kiosk.jdbc.sql("UPDATE envelope SET content = NULL WHERE seq < 3").update();
        Link.limit(kiosk.jdbc, 0);
        heartbeat();
        assertThat(chains()).hasSize(1);
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
        deposit(2);
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_damaged_envelope_that_the_hub_holds_is_not_called_lost() {
        deposit(4);
        var lost = Objects.requireNonNull(kiosk.due());
        model.receive(lost);
        kiosk.outbox.record(new Failed(lost, Fault.UNREACHABLE));
        later();
        Link.limit(kiosk.jdbc, 1);
        var opening = Objects.requireNonNull(kiosk.due());
        kiosk.answer(opening, model.receive(opening));
        kiosk.jdbc
                .sql("UPDATE envelope SET content = x'00', signature = x'00' WHERE seq = 2")
                .update();
        exchangedWhileSomeAreUnread();
        assertThat(chains()).hasSize(2);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
    }

    private List<Integer> exchangedWhileSomeAreUnread() {
        var sizes = new ArrayList<Integer>();
        for (int i = 0; i < 60 && kiosk.pending() > 0; i++) {
            var batch = kiosk.due();
            if (batch == null) {
                later();
                continue;
            }
            sizes.add(batch.envelopes().size());
            if (Batch.decode(batch.encode()).isPresent()) {
                kiosk.answer(batch, model.receive(batch));
            } else {
                kiosk.outbox.record(new Unread(batch));
            }
        }
        return sizes;
    }

    @Test
    void a_hub_that_cannot_read_a_sound_envelope_is_at_fault_itself_and_the_kiosk_waits() {
        deposit(2);
        for (int i = 0; i < 8; i++) {
            later();
            for (Batch batch = kiosk.due(); batch != null; batch = kiosk.due()) {
                kiosk.outbox.record(new Unread(batch));
            }
        }
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.REJECTED);
        assertThat(chains()).hasSize(1);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.facts).hasSize(3);
    }

    private Signed forged(Batch batch) {
        return answered(batch, new Outcome.Forged());
    }

    /** The hub's ack with this answer to each envelope, whatever it holds. */
    private Signed answered(Batch batch, Outcome outcome) {
        var held = model.state.chains.getOrDefault(batch.chain().hex(), List.of());
        var ack = new Ack(
                ModelHub.KIOSK,
                batch.chain(),
                held.size(),
                held.isEmpty() ? Hash.ZERO : held.getLast().hash(),
                batch.envelopes().stream()
                        .map(signed -> new Ack.Answer(signed.hash(), outcome))
                        .toList(),
                0,
                model.epoch,
                clock.instant());
        return Signed.by(model.signing, Use.ACK, ack.encode());
    }

    @Test
    void a_hub_that_changed_its_keys_twice_is_followed_and_new_envelopes_are_sealed_for_the_last() {
        drain();
        model.rotate();
        model.rotate();
        deposit(2);
        later();
        kiosk.exchange(model);
        kiosk.exchange(model);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.identity.enrolled().orElseThrow().keys()).isEqualTo(model.keys());
        kiosk.close();
        open();
        assertThat(kiosk.hub.bulletin().orElseThrow().serial()).isEqualTo(model.serial);
    }

    @Test
    void a_bulletin_of_a_stranger_changes_no_key_even_with_a_succession_of_its_own() {
        drain();
        var stranger = new ModelHub(random, clock);
        stranger.rotate();
        stranger.serial = 99;
        assertThat(kiosk.hub.take(stranger.bulletin(), "")).isEqualTo(KnownHub.Taken.NOT_SIGNED);
        assertThat(kiosk.identity.enrolled().orElseThrow().keys()).isEqualTo(model.keys());
    }

    @Test
    void a_life_of_the_hub_that_is_over_is_never_believed_again() {
        deposit(2);
        drain();
        var before = model.epoch;
        var lost = model.state.copy();
        lost.chains.values().forEach(List::removeLast);
        lost.facts.clear();
        model.restore(lost);
        later();
        kiosk.exchange(model);
        drain();
        assertThat(kiosk.index.page(0, 20)).anyMatch(entry -> entry.kind().equals(Kind.EVENEMENT));
        var now = model.epoch;
        model.epoch = before;
        deposit(1);
        later();
        kiosk.exchange(model);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.UNTRUSTED_ANSWER);
        assertThat(kiosk.pending()).isEqualTo(1);
        model.epoch = now;
        drain();
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void statuses_of_the_whole_city_come_page_by_page_and_begin_again_with_the_hub() {
        for (int i = 0; i < 5; i++) {
            model.statuts.add(new Ligne(new ReceiptCode(i), Statut.RECUE));
        }
        drain();
        var statuts = new Statuts(kiosk.jdbc);
        assertThat(statuts.find(new ReceiptCode(4))).contains(Statut.RECUE);
        assertThat(kiosk.pages.take(model.statuts(0, 2))).isEqualTo(StatusPages.Taken.OLDER);
        assertThat(kiosk.pages.take(Signed.by(
                        SigningKey.generate(),
                        Use.STATUTS,
                        model.statuts(5, 1).content().toArray())))
                .isEqualTo(StatusPages.Taken.NOT_SIGNED);
        model.statuts.removeLast();
        model.statuts.set(0, new Ligne(new ReceiptCode(0), Statut.RECEVABLE));
        model.restore(model.state);
        later();
        kiosk.exchange(model);
        drain();
        assertThat(statuts.find(new ReceiptCode(4))).isEmpty();
        assertThat(statuts.find(new ReceiptCode(0))).contains(Statut.RECEVABLE);
    }

    @Test
    void a_kiosk_enrolled_again_keeps_its_journal_and_sends_what_waits_under_its_new_key() throws IOException {
        deposit(3);
        Files.delete(folder.resolve("borne").resolve("borne.key"));
        kiosk.close();
        open();
        assertThat(kiosk.identity.keyLost()).isTrue();
        assertThat(kiosk.due()).isNull();
        kiosk.enrol(model);
        drain();
        assertThat(kiosk.pending()).isZero();
        // The first opening never left: the one of the new chain takes its place.
        assertThat(model.state.facts).hasSize(4);
        assertThat(model.state.refused).isZero();
        assertThat(chains()).hasSize(2);
    }

    @Test
    void a_kiosk_whose_key_a_bulletin_revokes_says_so_and_keeps_everything() {
        drain();
        model.bornes.add(new BornePubliee(
                ModelHub.KIOSK, ModelHub.mairie(), 1, kiosk.identity.key().orElseThrow(), true));
        model.serial++;
        later();
        kiosk.exchange(model);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.REVOKED);
        deposit(1);
        assertThat(kiosk.pending()).isEqualTo(1);
    }

    @Test
    void a_call_closed_here_reopens_by_itself_when_a_bulletin_shows_it_open_again() {
        var appel = new Appel(
                new AppelId("2026"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 20),
                null,
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 12, 18),
                "ici");
        publish(new AppelPublie(appel, true));
        kiosk.journal.note(kiosk.ids.get(), new ClotureDeclaree(appel.id(), new AgentId("agent.nord"), 4, 0));
        var clotures = new JdbcClotures(kiosk.jdbc);
        assertThat(clotures.pour(appel.id()).orElseThrow().formulairesPapier()).isEqualTo(4);
        publish(new AppelPublie(appel, true));
        assertThat(clotures.pour(appel.id())).isPresent();
        publish(new AppelPublie(appel, false));
        assertThat(clotures.pour(appel.id())).isEmpty();
        publish(new AppelPublie(appel, false));
        assertThat(kiosk.index.page(0, 20).stream().filter(entry -> entry.kind().equals(Kind.REOUVERTURE)))
                .hasSize(1);
    }

    @Test
    void sealed_bytes_are_emptied_a_month_after_the_backup_covers_them_by_both_clocks_and_never_before() {
        deposit(3);
        drain();
        model.savedSeq = 3;
        heartbeat();
        clock.advance(Duration.ofDays(29));
        heartbeat();
        assertThat(kept()).isEqualTo(4);
        clock.advance(Duration.ofDays(2));
        heartbeat();
        assertThat(kept()).isEqualTo(1);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.DELIVERED, 4);
    }

    @Test
    void a_hub_put_back_from_further_than_what_is_kept_gets_the_rest_and_the_lost_ones_are_said_to_be() {
        deposit(3);
        drain();
        model.savedSeq = 3;
        heartbeat();
        clock.advance(Duration.ofDays(31));
        heartbeat();
        model.restore(new ModelHub.State());
        model.savedSeq = 0;
        heartbeat();
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(kiosk.index.counts().get(JournalIndex.Delivery.UNSENDABLE)).isEqualTo(3);
        assertThat(model.state.facts.size()).isPositive();
    }

    @Test
    void the_queue_is_counted_and_paged_by_its_indexes_alone() {
        assertThat(plan("SELECT * FROM inscription WHERE delivery = 'PENDING' ORDER BY rowid DESC LIMIT 20"))
                .contains("inscription_delivery")
                .doesNotContain("TEMP B-TREE");
        assertThat(
                        plan(
                                "SELECT i.seq FROM inscription i WHERE i.chain = 'c' AND i.delivery = 'PENDING' ORDER BY i.seq"))
                .contains("inscription_pending")
                .doesNotContain("TEMP B-TREE");
        deposit(30);
        drain();
        deposit(2);
        assertThat(kiosk.index.counts())
                .containsEntry(JournalIndex.Delivery.DELIVERED, 31)
                .containsEntry(JournalIndex.Delivery.PENDING, 2);
        assertThat(kiosk.index.page(JournalIndex.Delivery.PENDING, 1, 5)).hasSize(1);
    }

    @Test
    void what_the_hub_cannot_use_is_said_to_be_refused_even_when_the_first_answer_was_lost() {
        deposit(1);
        var batch = Objects.requireNonNull(kiosk.due());
        model.receive(batch);
        kiosk.answer(batch, answered(batch, new Outcome.Duplicate(new Outcome.Refused())));
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.REFUSED, 2);
    }

    private String plan(String sql) {
        return String.join(
                "\n",
                kiosk.jdbc
                        .sql("EXPLAIN QUERY PLAN " + sql)
                        .query((row, _) -> row.getString(4))
                        .list());
    }

    private void publish(AppelPublie... appels) {
        model.appels = List.of(appels);
        model.serial++;
        later();
        kiosk.exchange(model);
        later();
        kiosk.exchange(model);
    }

    private void heartbeat() {
        later();
        kiosk.exchange(model);
    }

    private int kept() {
        return kiosk.jdbc
                .sql("SELECT count(*) FROM envelope WHERE content IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private List<String> chains() {
        return kiosk.jdbc
                .sql("SELECT chain FROM chain ORDER BY rank")
                .query(String.class)
                .list();
    }

    private void deposit(int count) {
        for (int i = 0; i < count; i++) {
            kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(random.nextLong(1L << 45)));
        }
    }

    private void later() {
        clock.advance(Duration.ofMinutes(6));
    }

    private void drain() {
        for (int i = 0; i < 12; i++) {
            later();
            kiosk.exchange(model);
        }
    }
}
