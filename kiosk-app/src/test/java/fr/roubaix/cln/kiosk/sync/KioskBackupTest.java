package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.Sauvegardes.Issue;
import fr.roubaix.cln.storage.BackupRefusedException;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.testkit.time.HandClock;

class KioskBackupTest {

    /** Three in the morning in Roubaix. */
    private static final Instant NIGHT = Instant.parse("2026-11-22T02:00:00Z");

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(NIGHT);
    private final ModelHub model = new ModelHub(random, clock);
    private Path data;
    private KioskRig kiosk;

    @BeforeEach
    void an_enrolled_kiosk() throws IOException {
        data = Files.createDirectories(folder.resolve("borne"));
        kiosk = rig();
        kiosk.enrol(model);
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    @Test
    void a_copy_is_made_once_a_night_and_old_ones_go() {
        var sauvegardes = sauvegardes(folder.resolve("copies"));
        int nights = 40;
        for (int night = 0; night < nights; night++) {
            var due = sauvegardes.nightDue();
            assertThat(due).as("night %d", night).isNotNull();
            sauvegardes.take(due);
            clock.advance(Duration.ofHours(2));
            assertThat(sauvegardes.nightDue()).isNull();
            clock.advance(Duration.ofHours(22));
        }
        assertThat(files(folder.resolve("copies"))).hasSizeBetween(30, 31);
    }

    @Test
    void without_a_folder_there_is_no_copy_and_a_folder_that_refuses_is_told() throws IOException {
        assertThat(sauvegardes(null).maintenant()).isEqualTo(new Issue.PasDeDossier());
        assertThat(sauvegardes(null).nightDue()).isNull();
        Path file = Files.writeString(folder.resolve("fichier"), "");
        assertThat(sauvegardes(file).maintenant()).isInstanceOf(Issue.Refusee.class);
    }

    @Test
    void a_copy_put_back_continues_in_a_new_chain_once_and_nothing_the_hub_has_is_lost_or_doubled() {
        deposit(3);
        drain();
        var copy = ((Issue.Faite) sauvegardes(folder.resolve("copies")).maintenant()).fichier();
        deposit(2);
        drain();
        deposit(1);
        restart(copy);
        assertThat(causes()).containsExactly(Cause.PREMIERE.name(), Cause.RESTAURATION.name());
        deposit(2);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.refused).isZero();
        // Two openings, three before the copy, two since that the hub had, two after; one was never sent.
        assertThat(model.state.facts).hasSize(9);
        restart(copy);
        assertThat(causes()).hasSize(2);
    }

    @Test
    void something_else_than_a_copy_replaces_nothing() throws IOException {
        deposit(1);
        kiosk.close();
        Path other = Files.writeString(folder.resolve("photo.db"), "not a database");
        assertThatThrownBy(() -> KioskDatabase.open(data, other, clock.instant()))
                .isInstanceOf(BackupRefusedException.class);
        assertThatThrownBy(() -> KioskDatabase.open(data, folder.resolve("absente.db"), clock.instant()))
                .isInstanceOf(BackupRefusedException.class);
        kiosk = rig();
        assertThat(kiosk.pending()).isEqualTo(2);
    }

    @Test
    void a_jump_of_the_clock_is_told_once_and_neither_order_nor_rhythm_suffers() {
        long[] nanos = {0};
        var watch = new ClockWatch(kiosk.jdbc, kiosk.identity, kiosk.journal, kiosk.ids, clock, () -> nanos[0]);
        assertThat(watch.jump()).isNull();
        nanos[0] += Duration.ofHours(5).toNanos();
        clock.advance(Duration.ofHours(5));
        assertThat(watch.jump()).isNull();
        clock.set(Instant.parse("2038-01-19T03:14:08Z"));
        var jump = watch.jump();
        assertThat(jump).isNotNull();
        watch.tell(jump);
        assertThat(watch.jump()).isNull();
        deposit(1);
        drain();
        clock.set(NIGHT);
        deposit(1);
        drain();
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.facts).hasSize(4);
        var restarted = new ClockWatch(kiosk.jdbc, kiosk.identity, kiosk.journal, kiosk.ids, clock, () -> 0);
        assertThat(restarted.jump()).isNull();
        clock.advance(Duration.ofDays(-2));
        var late = new ClockWatch(kiosk.jdbc, kiosk.identity, kiosk.journal, kiosk.ids, clock, () -> 0);
        assertThat(late.jump()).isNotNull();
    }

    private void restart(Path copy) {
        kiosk.close();
        KioskDatabase.open(data, copy, clock.instant()).close();
        kiosk = rig();
    }

    private KioskRig rig() {
        return new KioskRig(data, folder.resolve("supports"), clock, random);
    }

    private Sauvegardes sauvegardes(@Nullable Path copies) {
        var properties = new KioskProperties(
                data,
                null,
                null,
                null,
                "Borne",
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofDays(30),
                List.of(),
                copies);
        return new Sauvegardes(kiosk.database, properties, clock);
    }

    private List<String> causes() {
        return JdbcClient.create(kiosk.database.template())
                .sql("SELECT cause FROM chain ORDER BY rank")
                .query(String.class)
                .list();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void deposit(int count) {
        for (int i = 0; i < count; i++) {
            kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(random.nextLong(1L << 45)));
        }
    }

    private void drain() {
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMinutes(6));
            kiosk.exchange(model);
        }
    }
}
