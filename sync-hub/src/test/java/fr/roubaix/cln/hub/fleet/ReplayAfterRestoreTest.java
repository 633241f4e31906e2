package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.hub.ingest.CouvertureDesChaines;
import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.sauvegarde.RestaurationDuHub;
import fr.roubaix.cln.storage.BackupFolder;
import fr.roubaix.cln.storage.Database;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.Signed;

/** A kiosk that keeps what no backup covers gives a restored hub back what it lost, and nothing twice. */
class ReplayAfterRestoreTest {

    @TempDir
    private Path folder;

    private Database database;
    private HubSlice hub;
    private KioskLink link;
    private final List<Signed> journal = new ArrayList<>();

    /** What the kiosk believes. */
    private long acked;

    private long saved;
    private HubEpoch epoch;

    @BeforeEach
    void open() throws Exception {
        database = open(folder.resolve("hub.db"));
        hub = HubSlice.start(database);
        link = new KioskLink(hub);
        journal.add(link.kiosk.opening());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_backup_covers_what_its_copy_holds_and_no_more() throws IOException {
        apply(4);
        exchange();
        assertThat(saved).as("nothing is covered before the first backup").isZero();
        backup();
        apply(3);
        exchange();
        exchange();
        assertThat(saved).isEqualTo(5);
        assertThat(acked).isEqualTo(8);
        backup();
        exchange();
        assertThat(saved).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_backup_is_put_back_the_replay_neither_loses_nor_duplicates(long seed) throws Exception {
        var random = new Random(seed);
        var backups = new ArrayList<Path>();
        for (int day = 0; day < 6; day++) {
            apply(1 + random.nextInt(20));
            exchange();
            if (random.nextBoolean() || day == 0) {
                backups.add(backup());
            }
            if (day == 3) {
                hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(1));
                link.readBulletin();
            }
        }
        apply(5);
        exchange();
        var before = epoch;
        restore(backups.get(random.nextInt(backups.size())));
        link.readBulletin();
        exchange();
        assertThat(epoch).as("seed %d", seed).isNotEqualTo(before);
        assertThat(acked).as("seed %d", seed).isEqualTo(journal.size());
        assertThat(hub.reception().stored()).as("seed %d", seed).isEqualTo(journal.size() - 1);
        assertThat(hub.jdbc()
                        .sql("SELECT count(*) FROM quarantine")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_restored_hub_publishes_an_edition_above_all_those_that_kiosks_may_have_read() throws Exception {
        long before = link.readBulletin().serial();
        Path copy = backup();
        hub.openCall();
        hub.advance(Duration.ofSeconds(10));
        link.claim = hub.now();
        long lost = link.readBulletin().serial();
        assertThat(lost).isGreaterThan(before);
        var later = hub.now().plusSeconds(10);
        restore(copy);
        hub.advance(Duration.between(hub.now(), later));
        link.claim = hub.now();
        // Its calls are those of the copy, and so it would say what the copy's edition says.
        long restored = link.readBulletin().serial();
        assertThat(restored).isGreaterThan(lost);
        assertThat(link.readBulletin().serial()).as("said once").isEqualTo(restored);
    }

    @Test
    void an_edition_made_while_the_clock_was_wrong_is_still_below_the_next_after_a_restoration() throws Exception {
        hub.advance(Duration.ofDays(4000));
        link.claim = hub.now();
        long wrong = link.readBulletin().serial();
        restore(backup());
        assertThat(hub.now().getEpochSecond()).isLessThan(wrong);
        assertThat(link.readBulletin().serial()).isGreaterThan(wrong);
    }

    @Test
    void what_was_published_under_a_wrong_clock_and_lost_with_the_base_is_still_below_the_next_edition()
            throws Exception {
        Path copy = backup();
        long lost = publishedUnderAWrongClock();
        restore(copy);
        assertThat(link.readBulletin().serial()).isGreaterThan(lost);
    }

    @Test
    void a_hub_that_lost_its_memory_too_learns_from_a_kiosk_how_far_it_has_read() throws Exception {
        Path copy = backup();
        long lost = publishedUnderAWrongClock();
        String known = link.get(KioskLink.BULLETIN, "").etag();
        Files.delete(hub.folder().resolve("dernier-bulletin"));
        restore(copy);
        assertThat(link.readBulletin().serial()).as("nobody told").isLessThan(lost);
        var reply = link.get(KioskLink.BULLETIN, known);
        assertThat(reply.status()).isEqualTo(200);
        long next = link.readBulletin().serial();
        assertThat(next).isGreaterThan(lost);
        assertThat(link.get(KioskLink.BULLETIN, reply.etag()).status()).isEqualTo(304);
        hub.openCall();
        assertThat(link.readBulletin().serial()).as("the clock is right again").isEqualTo(next + 1);
    }

    /** Its serial; the clock is right again afterwards. */
    private long publishedUnderAWrongClock() {
        var wrong = Duration.ofDays(4000);
        hub.advance(wrong);
        link.claim = hub.now();
        hub.openCall();
        long serial = link.readBulletin().serial();
        hub.advance(wrong.negated());
        link.claim = hub.now();
        return serial;
    }

    /** Sends what no ack covers, in batches, until everything is; believes a new epoch or a lower head, as kiosks do. */
    private void exchange() {
        int rounds = 0;
        do {
            var due = journal.subList((int) acked, Math.min(journal.size(), (int) acked + 7));
            Ack ack = link.deliver(due.toArray(Signed[]::new));
            epoch = ack.hubEpoch();
            acked = ack.contiguousSeq();
            saved = ack.savedSeq();
            assertThat(++rounds).as("it converges").isLessThan(200);
        } while (acked < journal.size());
    }

    private void apply(int times) {
        for (int i = 0; i < times; i++) {
            journal.add(link.kiosk.candidature(journal.size()));
        }
    }

    private Path backup() {
        hub.advance(Duration.ofSeconds(1));
        link.claim = hub.now();
        var backup = new BackupFolder(folder.resolve("sauvegardes"), "hub")
                .take(database, hub.now(), CouvertureDesChaines::dans);
        hub.bean(CouvertureDesChaines.class).noter(backup.read());
        return backup.file();
    }

    private void restore(Path copy) throws Exception {
        Path own = hub.folder();
        Files.copy(hub.trousseau(), folder.resolve("trousseau"));
        var now = hub.now();
        hub.close();
        new RestaurationDuHub(folder).restaurer(copy, now);
        database = open(folder.resolve("hub.db"));
        hub = HubSlice.startIn(own, database);
        link.hub = hub;
        link.claim = hub.now();
    }

    private static Database open(Path file) {
        var database = Database.sqlite(file);
        database.migrate("db/migration");
        return database;
    }
}
