package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.testkit.time.HandClock;

/** Over HTTP, what does not pass at once passes in smaller batches. */
class SmallerBatchesTest {

    /** A hub on this machine answers in a few milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final FakeHub hub = new FakeHub();
    private KioskRig kiosk;
    private HubClient client;

    @BeforeEach
    void an_enrolled_kiosk_with_a_queue() throws IOException {
        hub.start();
        kiosk = new KioskRig(folder, folder.resolve("supports"), clock, random);
        client = new HubClient(new HubTransport(kiosk.identity, clock, PATIENCE), kiosk.identity);
        kiosk.enrolment(client, properties()).enroler(hub.address(), FakeHub.CODE);
        for (int i = 0; i < 40; i++) {
            kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(random.nextLong(1L << 45)));
        }
    }

    @AfterEach
    void stop() {
        kiosk.close();
        hub.close();
    }

    @Test
    void what_the_hub_does_not_answer_in_time_is_halved_and_is_a_failure_all_the_same() {
        hub.answered = 20;
        assertThat(send()).isEqualTo(41);
        assertThat(kiosk.hub.liaison().panne()).contains(Fault.UNREACHABLE);
        assertThat(kiosk.hub.liaison().connectee()).isFalse();
        assertThat(sizesUntilAllIsSent()).containsExactly(20, 21, 10, 11);
        assertThat(hub.held).hasSize(41);
    }

    @Test
    void what_the_hub_cannot_read_is_halved_at_once() {
        hub.readable = 7;
        assertThat(send()).isEqualTo(41);
        assertThat(kiosk.hub.liaison().panne()).isEmpty();
        assertThat(sizesUntilAllIsSent()).startsWith(20, 10, 5, 10, 5);
        assertThat(hub.held).hasSize(41);
    }

    private List<Integer> sizesUntilAllIsSent() {
        var sizes = new ArrayList<Integer>();
        while (kiosk.pending() > 0 && sizes.size() < 60) {
            sizes.add(send());
        }
        return sizes;
    }

    private int send() {
        clock.advance(Duration.ofMinutes(6));
        var batch = java.util.Objects.requireNonNull(kiosk.due());
        kiosk.outbox.record(client.send(batch));
        return batch.envelopes().size();
    }

    private KioskProperties properties() {
        return new KioskProperties(
                folder,
                hub.address(),
                FakeHub.CODE,
                ModelHub.mairie(),
                "Borne",
                Duration.ofSeconds(2),
                KioskRig.HEARTBEAT,
                Duration.ofDays(30),
                List.of(),
                null);
    }
}
