package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.testkit.time.HandClock;

/** A journal is verified while residents go on depositing. */
class JournalAuditTest {

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final ModelHub model = new ModelHub(random, clock);
    private final AtomicInteger verified = new AtomicInteger();
    private KioskRig kiosk;

    @BeforeEach
    void an_enrolled_kiosk_with_a_queue() throws IOException {
        Files.createDirectories(folder.resolve("borne"));
        kiosk = new KioskRig(folder.resolve("borne"), folder.resolve("supports"), clock, random);
        kiosk.enrol(model);
        deposit(20);
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    @Test
    void a_resident_deposits_while_a_journal_called_forged_is_verified() {
        damage(5);
        model.forging = true;
        meanwhile(10, 2);
        var batch = due();
        kiosk.answer(batch, model.receive(batch));
        assertThat(verified.get()).isGreaterThanOrEqualTo(20);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        model.forging = false;
        drain();
        assertThat(kiosk.pending()).isZero();
        // An opening, what was there, what came meanwhile, and what is told to staff.
        assertThat(model.state.facts).hasSize(1 + 20 + 2 + 1);
    }

    @Test
    void a_resident_deposits_while_a_journal_that_the_hub_cannot_read_is_verified() {
        damage(1);
        Link.limit(kiosk.jdbc, 1);
        meanwhile(10, 2);
        kiosk.outbox.record(new Delivery.Unread(due()));
        var question = due();
        assertThat(question.envelopes()).isEmpty();
        kiosk.answer(question, model.receive(question));
        assertThat(verified.get()).isGreaterThanOrEqualTo(20);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        assertThat(chains()).hasSize(2);
    }

    @Test
    void damage_in_what_was_appended_meanwhile_is_seen_too() {
        model.forging = true;
        at(
                21,
                () -> aside(() -> {
                    deposit(1);
                    damage(22);
                }));
        var batch = due();
        kiosk.answer(batch, model.receive(batch));
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        assertThat(chains()).hasSize(2);
    }

    @Test
    void when_more_is_appended_meanwhile_than_can_be_verified_at_once_the_next_answer_settles_it() {
        damage(5);
        model.forging = true;
        meanwhile(10, JournalAudit.MEANWHILE);
        var batch = due();
        kiosk.answer(batch, model.receive(batch));
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.FORGED);
        assertThat(chains()).hasSize(1);
        clock.advance(Duration.ofMinutes(6));
        batch = due();
        kiosk.answer(batch, model.receive(batch));
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.DAMAGED);
        assertThat(chains()).hasSize(2);
    }

    /** Somebody else deposits while this signature is verified, and is not kept waiting. */
    private void meanwhile(int signature, int deposits) {
        at(signature, () -> aside(() -> deposit(deposits)));
    }

    private void at(int signature, Runnable work) {
        kiosk.verifying = () -> {
            if (verified.incrementAndGet() == signature) {
                work.run();
            }
        };
    }

    private static void aside(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(4, TimeUnit.SECONDS).join();
    }

    private void damage(long seq) {
        kiosk.jdbc
                .sql("UPDATE envelope SET signature = x'00' WHERE seq = ?")
                .param(seq)
                .update();
    }

    private Batch due() {
        return Objects.requireNonNull(kiosk.due());
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

    private void drain() {
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(6));
            kiosk.exchange(model);
        }
    }
}
