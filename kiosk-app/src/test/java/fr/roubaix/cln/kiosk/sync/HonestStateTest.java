package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.testkit.time.HandClock;

/**
 * Random sequences of everything that can happen between a kiosk and the hub. After each step, what the kiosk calls
 * delivered is at the hub; in the end, nothing that was recorded is missing and nothing is there twice.
 */
class HonestStateTest {

    private static final Instant NOON = Instant.parse("2026-11-22T11:00:00Z");
    private static final int STEPS = 80;

    @TempDir
    Path folder;

    private Random random;
    private HandClock clock;
    private HandClock hubClock;
    private ModelHub model;
    private KioskRig kiosk;
    private Path stick;
    private final List<ModelHub.State> hubBackups = new ArrayList<>();
    private final List<Path> returns = new ArrayList<>();
    private final Set<String> recorded = new LinkedHashSet<>();
    private Set<String> recordedAtBackup = Set.of();
    private boolean kioskBackup;
    private boolean withoutNetwork;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122, 31415926})
    void what_is_called_delivered_is_at_the_hub_and_nothing_recorded_is_lost_or_doubled(long seed) throws IOException {
        System.out.println("honest state: seed " + seed);
        begin(seed);
        for (int step = 0; step < STEPS; step++) {
            hubClock.advance(Duration.ofMinutes(1));
            String done = act();
            honest("seed " + seed + ", step " + step + ", " + done);
        }
        settle(seed);
        kiosk.close();
    }

    private void begin(long seed) throws IOException {
        random = new Random(seed);
        withoutNetwork = seed % 2 == 0;
        clock = new HandClock(NOON);
        stick = Files.createDirectories(folder.resolve("supports").resolve("CLE"));
        Files.createDirectories(folder.resolve("borne"));
        hubClock = new HandClock(NOON);
        model = new ModelHub(random, hubClock);
        open();
        kiosk.enrol(model);
        hubBackups.add(model.state.copy());
    }

    private void open() {
        kiosk = new KioskRig(folder.resolve("borne"), stick.getParent(), clock, random);
    }

    private String act() throws IOException {
        return switch (random.nextInt(22)) {
            case 0, 1, 2, 3, 4 -> append();
            case 5, 6, 7 -> withoutNetwork ? exchangeByStick() : exchange();
            case 8 -> lost(true);
            case 9 -> lost(false);
            case 10 -> lie();
            case 11 -> restart();
            case 12 -> backUpHub();
            case 13 -> restoreHub();
            case 14 -> rotate();
            case 15, 16 -> exchangeByStick();
            case 17 -> importOldReturn();
            case 18 -> jump();
            case 19 -> backUpKiosk();
            case 20 -> restoreKiosk();
            default -> forge();
        };
    }

    private String append() {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            EnvelopeId id = kiosk.ids.get();
            kiosk.journal.append(id, Fiches.candidature(random.nextLong(1L << 45)));
            recorded.add(id.toString());
        }
        return "append " + count;
    }

    private String exchange() {
        clock.advance(Duration.ofMinutes(6));
        for (int i = 0; i < 3 && kiosk.exchange(model); i++) {
            clock.advance(Duration.ofSeconds(3));
        }
        return "exchange";
    }

    private String lost(boolean answer) {
        clock.advance(Duration.ofMinutes(6));
        var batch = kiosk.due();
        if (batch == null) {
            return "nothing to lose";
        }
        if (answer) {
            model.receive(batch);
        }
        kiosk.outbox.record(new Delivery.Failed(batch, Hub.Fault.UNREACHABLE));
        return answer ? "answer lost" : "request lost";
    }

    /** The right ack under another key, altered, or for another use. */
    private String lie() {
        clock.advance(Duration.ofMinutes(6));
        var batch = kiosk.due();
        if (batch == null) {
            return "nobody to lie to";
        }
        var content = model.receive(batch).content().toArray();
        var lie = switch (random.nextInt(3)) {
            case 0 -> Signed.by(SigningKey.generate(), Use.ACK, content);
            case 1 -> Signed.by(model.signing, Use.BULLETIN, content);
            default -> {
                var genuine = Signed.by(model.signing, Use.ACK, content);
                content[random.nextInt(content.length)] ^= 1;
                yield new Signed(fr.roubaix.cln.sync.Bytes.of(content), genuine.signature());
            }
        };
        int before = kiosk.index.counts().get(JournalIndex.Delivery.DELIVERED);
        kiosk.answer(batch, lie);
        assertThat(kiosk.index.counts()).containsEntry(JournalIndex.Delivery.DELIVERED, before);
        return "lie";
    }

    private String restart() {
        kiosk.close();
        open();
        return "restart";
    }

    private String backUpHub() {
        hubBackups.add(model.state.copy());
        return "hub backup";
    }

    private String restoreHub() {
        model.restore(hubBackups.get(random.nextInt(hubBackups.size())));
        // What was never acked is not lost, and what the hub alone still had of a terminal put back is.
        forgetWhatOnlyTheHubHad();
        return "hub restored";
    }

    private String rotate() {
        model.rotate();
        return "hub keys changed";
    }

    private String exchangeByStick() throws IOException {
        var supports = kiosk.usb.supports();
        assertThat(supports).hasSize(1);
        var contenu = random.nextBoolean() ? Contenu.EN_ATTENTE : Contenu.TOUT;
        if (!(kiosk.usb.exporter(supports.getFirst(), contenu) instanceof Export.Ecrit(var file, var count))) {
            return "nothing to export";
        }
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSize(count);
        var back = stick.resolve("retour-" + returns.size() + ".clnreturn");
        Files.writeString(back, String.join("\n", model.exchange(lines)) + "\n");
        returns.add(back);
        Files.delete(file);
        if (random.nextInt(3) == 0) {
            return "exported, return kept for later";
        }
        assertThat(kiosk.usb.importer(back)).isInstanceOf(Import.Lu.class);
        return "exchanged by stick";
    }

    private String importOldReturn() {
        if (returns.isEmpty()) {
            return "no return yet";
        }
        assertThat(kiosk.usb.importer(returns.get(random.nextInt(returns.size()))))
                .isInstanceOf(Import.Lu.class);
        return "old return imported";
    }

    private String jump() {
        clock.set(
                switch (random.nextInt(4)) {
                    case 0 -> clock.instant().plus(Duration.ofHours(24));
                    case 1 -> clock.instant().minus(Duration.ofHours(24));
                    case 2 -> Instant.parse("2038-01-19T03:14:08Z");
                    default -> NOON;
                });
        return "clock at " + clock.instant();
    }

    private String backUpKiosk() throws IOException {
        kiosk.close();
        Files.copy(database(), folder.resolve("copie.db"), StandardCopyOption.REPLACE_EXISTING);
        kioskBackup = true;
        recordedAtBackup = new HashSet<>(recorded);
        open();
        return "kiosk copied";
    }

    /** Without a word to the application: what the hub did not have of the time since is lost with the disk. */
    private String restoreKiosk() throws IOException {
        if (!kioskBackup) {
            return "no copy yet";
        }
        kiosk.close();
        for (String companion : List.of("-wal", "-shm")) {
            Files.deleteIfExists(database().resolveSibling("borne.db" + companion));
        }
        Files.copy(folder.resolve("copie.db"), database(), StandardCopyOption.REPLACE_EXISTING);
        recorded.removeIf(id -> !recordedAtBackup.contains(id) && !model.state.facts.containsKey(id));
        open();
        return "kiosk put back";
    }

    private String forge() {
        model.forging = true;
        exchange();
        model.forging = false;
        return "hub calls it forged";
    }

    private Path database() {
        return folder.resolve("borne").resolve("borne.db");
    }

    private void forgetWhatOnlyTheHubHad() {
        var here = new HashSet<>(
                kiosk.jdbc.sql("SELECT id FROM inscription").query(String.class).list());
        recorded.removeIf(id -> !here.contains(id) && !model.state.facts.containsKey(id));
    }

    /** A screen says "transmise" for DELIVERED alone: it must be true, or about to be corrected by the next contact. */
    private void honest(String when) {
        var present = model.epoch.hex();
        kiosk.jdbc.sql("""
                        SELECT i.id, c.hub_epoch FROM inscription i JOIN chain c ON c.chain = i.chain
                        WHERE i.delivery IN ('DELIVERED', 'REFUSED') AND i.kind = 'CANDIDATURE'""").query(row -> {
            if (present.equals(row.getString("hub_epoch"))) {
                assertThat(model.state.facts).as(when).containsKey(row.getString("id"));
            }
        });
        int counted = kiosk.jdbc
                .sql("SELECT count(*) FROM inscription WHERE delivery = 'PENDING'")
                .query(Integer.class)
                .single();
        assertThat(kiosk.pending()).as(when).isEqualTo(counted);
    }

    private void settle(long seed) {
        for (int quiet = 0, i = 0; quiet < 8 && i < 300; i++) {
            clock.advance(Duration.ofMinutes(6));
            boolean failed = kiosk.exchange(model) && !kiosk.hub.liaison().connectee();
            quiet = failed || kiosk.pending() > 0 ? 0 : quiet + 1;
        }
        assertThat(kiosk.pending()).as("seed %d: queue", seed).isZero();
        assertThat(model.state.facts.keySet()).as("seed %d", seed).containsAll(recorded);
        assertThat(model.state.refused)
                .as("seed %d: same id, other bytes", seed)
                .isZero();
        assertThat(kiosk.index.counts())
                .as("seed %d", seed)
                .containsEntry(JournalIndex.Delivery.UNSENDABLE, 0)
                .containsEntry(JournalIndex.Delivery.REFUSED, 0);
        assertThat(kiosk.hub.liaison().connectee()).isTrue();
    }
}
