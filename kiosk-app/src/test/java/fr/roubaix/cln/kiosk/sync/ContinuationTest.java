package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.testkit.time.HandClock;

/** A chain takes over a long queue while residents go on depositing. */
class ContinuationTest {

    private static final AppelId APPEL = new AppelId("2026");

    /** Each envelope appended again is two rows; what one deposit changes comes on top. */
    private static final int ROWS = 2 * Chains.SLICE + 20;

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final ModelHub model = new ModelHub(random, clock);
    private KioskRig kiosk;

    @BeforeEach
    void an_enrolled_kiosk() throws IOException {
        Files.createDirectories(folder.resolve("supports").resolve("CLE"));
        Files.createDirectories(folder.resolve("borne"));
        open();
        kiosk.enrol(model);
        drain();
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    @Test
    void a_resident_who_deposits_while_ten_thousand_are_appended_again_waits_for_one_slice_at_most() {
        queue(10_000);
        kiosk.transactions.forget();
        beginAnotherChain();
        for (int slices = 0; unfinished(); slices++) {
            kiosk.continuation.step();
            if (slices % 20 == 0) {
                deposit();
            }
        }
        assertThat(kiosk.transactions.rows()).isBetween((long) Chains.SLICE, (long) ROWS);
        assertThat(kiosk.pending()).isEqualTo(10_000 + 11 + 1);
        assertThat(elsewhere()).isZero();
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void another_thread_gets_its_turn_before_all_is_moved() {
        queue(30 * Chains.SLICE);
        beginAnotherChain();
        var all = CompletableFuture.runAsync(kiosk.continuation::finish);
        int deposited = 0;
        while (!all.isDone()) {
            deposit();
            deposited++;
        }
        all.join();
        assertThat(elsewhere()).isZero();
        assertThat(deposited).isGreaterThan(1);
        assertThat(kiosk.pending()).isEqualTo(30 * Chains.SLICE + deposited + 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_crash_in_the_middle_loses_nothing_and_doubles_nothing(long seed) {
        System.out.println("continuation: seed " + seed);
        var chance = new Random(seed);
        var recorded = new ArrayList<>(queue(6 * Chains.SLICE + 7));
        beginAnotherChain();
        while (unfinished()) {
            switch (chance.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> kiosk.continuation.step();
                case 5, 6 -> recorded.add(deposit());
                case 7, 8 -> {
                    kiosk.write.executeWithoutResult(status -> {
                        kiosk.chains.reappendSlice(kiosk.identity.enrolled().orElseThrow());
                        status.setRollbackOnly();
                    });
                    restart();
                }
                default -> {
                    // The hub has another envelope at this place once more.
                    beginAnotherChain();
                    restart();
                }
            }
        }
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.facts.keySet()).containsAll(recorded);
        assertThat(model.state.refused).isZero();
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.UNSENDABLE, 0);
    }

    @Test
    void a_closing_declared_meanwhile_stands_behind_everything_it_closes() {
        queue(3 * Chains.SLICE);
        beginAnotherChain();
        kiosk.continuation.step();
        close();
        assertThat(unfinished()).isFalse();
        assertThat(kinds()).startsWith(Kind.OUVERTURE).endsWith(Kind.CLOTURE);
        assertThat(kinds()).hasSize(3 * Chains.SLICE + 2);
    }

    @Test
    void a_closing_that_was_waiting_stays_behind_what_it_closes_even_when_chains_break_one_after_the_other() {
        queue(3 * Chains.SLICE);
        close();
        beginAnotherChain();
        kiosk.continuation.step();
        beginAnotherChain();
        kiosk.continuation.step();
        kiosk.continuation.step();
        beginAnotherChain();
        kiosk.continuation.finish();
        assertThat(kinds()).startsWith(Kind.OUVERTURE).endsWith(Kind.CLOTURE);
        assertThat(kinds()).hasSize(3 * Chains.SLICE + 2);
    }

    @Test
    void nothing_is_sent_at_its_old_place_while_it_is_being_moved() {
        queue(4 * Chains.SLICE);
        beginAnotherChain();
        var receiving = kiosk.chains.current(kiosk.identity.enrolled().orElseThrow());
        while (kiosk.pending() > 0) {
            clock.advance(Duration.ofMinutes(6));
            var batch = java.util.Objects.requireNonNull(kiosk.due());
            assertThat(receiving).contains(batch.chain());
            kiosk.answer(batch, model.receive(batch));
        }
    }

    @Test
    void an_export_without_network_holds_the_whole_of_the_new_chain() {
        queue(3 * Chains.SLICE);
        beginAnotherChain();
        var export = (Export.Ecrit) kiosk.usb.exporter(kiosk.usb.supports().getFirst(), Contenu.EN_ATTENTE);
        assertThat(export.enveloppes()).isEqualTo(3 * Chains.SLICE + 1);
        assertThat(elsewhere()).isZero();
    }

    /** Adds envelopes as they would have been stored, without the cost of sealing each. */
    private List<String> queue(int count) {
        var ids = new ArrayList<String>();
        kiosk.write.executeWithoutResult(_ -> {
            var enrolled = kiosk.identity.enrolled().orElseThrow();
            var head = kiosk.chains.head(enrolled);
            var previous = head.hash();
            for (int i = 1; i <= count; i++) {
                var envelope = new Envelope(
                        enrolled.kiosk(),
                        head.chain(),
                        head.seq() + i,
                        EnvelopeId.mint(clock, random),
                        Kind.CANDIDATURE,
                        clock.instant(),
                        Duration.ZERO,
                        enrolled.keys().sealing().id(),
                        previous,
                        Bytes.of(new byte[600]));
                previous = store(envelope, i);
                ids.add(envelope.id().toString());
            }
        });
        return ids;
    }

    private Hash store(Envelope envelope, int number) {
        byte[] content = envelope.encode();
        var hash = Hash.of(content);
        kiosk.jdbc
                .sql("INSERT INTO envelope (chain, seq, id, hash, content, signature) VALUES (?, ?, ?, ?, ?, x'00')")
                .params(envelope.chain().hex(), envelope.seq(), envelope.id().toString(), hash.hex(), content)
                .update();
        kiosk.jdbc
                .sql("INSERT INTO inscription (id, code, kind, at, chain, seq) VALUES (?, ?, 'CANDIDATURE', 0, ?, ?)")
                .params(
                        envelope.id().toString(),
                        new ReceiptCode(1L << 44 | number).texte(),
                        envelope.chain().hex(),
                        envelope.seq())
                .update();
        return hash;
    }

    private String deposit() {
        var id = kiosk.ids.get();
        kiosk.journal.append(id, Fiches.candidature(random.nextLong(1L << 44)));
        return id.toString();
    }

    private void close() {
        kiosk.journal.note(kiosk.ids.get(), new ClotureDeclaree(APPEL, new AgentId("agent.nord"), 4, 0));
    }

    private void beginAnotherChain() {
        kiosk.write.executeWithoutResult(
                _ -> kiosk.chains.continued(kiosk.identity.enrolled().orElseThrow(), Cause.CONFLIT));
    }

    private boolean unfinished() {
        return Link.reappending(kiosk.jdbc);
    }

    private int elsewhere() {
        return kiosk.jdbc.sql("""
                        SELECT count(*) FROM inscription WHERE delivery = 'PENDING'
                        AND chain <> (SELECT chain FROM chain ORDER BY rank DESC LIMIT 1)""").query(Integer.class).single();
    }

    private List<String> ids() {
        return kiosk.jdbc
                .sql("SELECT id FROM envelope WHERE chain = (SELECT chain FROM chain ORDER BY rank DESC LIMIT 1)")
                .query(String.class)
                .list();
    }

    private List<Kind> kinds() {
        return kiosk.jdbc
                .sql("""
                        SELECT i.kind FROM envelope e JOIN inscription i ON i.id = e.id
                        WHERE e.chain = (SELECT chain FROM chain ORDER BY rank DESC LIMIT 1) ORDER BY e.seq""")
                .query((row, _) -> new Kind(row.getString("kind")))
                .list();
    }

    private void drain() {
        for (int i = 0; i < 60 && (kiosk.pending() > 0 || i == 0); i++) {
            clock.advance(Duration.ofMinutes(6));
            kiosk.exchange(model);
        }
    }

    private void restart() {
        kiosk.close();
        open();
    }

    private void open() {
        kiosk = new KioskRig(folder.resolve("borne"), folder.resolve("supports"), clock, random);
    }
}
