package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.testkit.time.HandClock;

/** A kiosk enrolled by a model of the hub, and what the tests of their exchanges do with both. */
abstract class EnrolledKiosk {

    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");

    @TempDir
    Path folder;

    final Random random = new Random(42);
    final HandClock clock = new HandClock(NOON);
    final ModelHub model = new ModelHub(random, clock);
    KioskRig kiosk;
    private Path stick;

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

    final void open() {
        kiosk = new KioskRig(folder.resolve("borne"), stick.getParent(), clock, random);
    }

    /** The hub's ack with this answer to each envelope, whatever it holds. */
    final Signed answered(Batch batch, Outcome outcome) {
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

    final void heartbeat() {
        later();
        kiosk.exchange(model);
    }

    final List<String> chains() {
        return kiosk.jdbc
                .sql("SELECT chain FROM chain ORDER BY rank")
                .query(String.class)
                .list();
    }

    final void deposit(int count) {
        for (int i = 0; i < count; i++) {
            kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(random.nextLong(1L << 45)));
        }
    }

    final void later() {
        clock.advance(Duration.ofMinutes(6));
    }

    final void drain() {
        for (int i = 0; i < 12; i++) {
            later();
            kiosk.exchange(model);
        }
    }
}
