package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import fr.roubaix.cln.adresses.AddressBook;
import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.demo.AdressesFictives;
import fr.roubaix.cln.sync.SigningKey;

/** How the address base comes from a hub that stops, changes it, and lies. */
class KnownAddressesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private final FakeHub hub = new FakeHub();
    private AnnotationConfigApplicationContext kiosk;

    @BeforeEach
    void begin() throws Exception {
        hub.start();
    }

    @AfterEach
    void end() {
        if (kiosk != null) {
            kiosk.close();
        }
        hub.close();
    }

    private void start() {
        kiosk = new AnnotationConfigApplicationContext();
        TestPropertyValues.of(
                        "cln.kiosk.dossier=" + folder,
                        "cln.kiosk.hub=" + hub.address(),
                        "cln.kiosk.code=" + FakeHub.CODE,
                        "cln.kiosk.mairie=nord",
                        "cln.kiosk.intervalle=20ms",
                        "cln.kiosk.battement=50ms")
                .applyTo(kiosk);
        kiosk.register(SyncFlowsTest.Slice.class);
        kiosk.refresh();
    }

    private void publish(int streets, Instant at) throws Exception {
        var csv = Files.write(
                elsewhere.resolve("ban.csv"),
                AdressesFictives.ville(1, streets, streets * 5).toList());
        var file = elsewhere.resolve("base.db");
        new AddressImport(file, Clock.fixed(at, ZoneOffset.UTC), (_, _, _) -> {}).addresses(csv, false);
        hub.addressesAt = at;
        hub.addresses = Files.readAllBytes(file);
    }

    private int streets() {
        return kiosk.getBean(Adresses.class)
                .carnet()
                .map(AddressBook::streets)
                .map(List::size)
                .orElse(0);
    }

    private void awaitEditions(int more) {
        int before = hub.editions.get();
        await().until(() -> hub.editions.get() >= before + more);
    }

    @Test
    void without_a_base_at_the_hub_there_is_none_here() {
        start();
        awaitEditions(2);
        assertThat(streets()).isZero();
    }

    @Test
    void the_base_comes_in_pieces_is_replaced_by_a_newer_one_and_stays_without_network() throws Exception {
        publish(100, NOON);
        assertThat(hub.addresses.length).isGreaterThan(3 * 4_096);
        start();
        await().until(() -> streets() == 100);

        publish(110, NOON.plusSeconds(1));
        await().until(() -> streets() == 110);

        kiosk.close();
        hub.close();
        start();
        assertThat(streets()).isEqualTo(110);
        hub.start();
    }

    @Test
    void an_older_base_and_one_that_the_hub_did_not_sign_are_refused() throws Exception {
        publish(100, NOON);
        start();
        await().until(() -> streets() == 100);
        publish(70, NOON.minusSeconds(1));
        awaitEditions(3);
        assertThat(streets()).isEqualTo(100);

        publish(120, NOON.plusSeconds(1));
        hub.addressesSigner = SigningKey.generate();
        awaitEditions(3);
        assertThat(streets()).isEqualTo(100);
    }

    @Test
    void bytes_that_are_not_those_signed_are_never_used_and_it_is_tried_again() throws Exception {
        publish(100, NOON);
        hub.pieces = bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        };
        start();
        awaitEditions(4);
        assertThat(streets()).isZero();
        assertThat(folder.resolve("adresses.db")).doesNotExist();
        hub.pieces = bytes -> bytes;
        await().until(() -> streets() == 100);
    }

    @Test
    void a_download_that_was_cut_goes_on_after_a_restart() throws Exception {
        publish(100, NOON);
        Files.write(folder.resolve("adresses.db.recu"), java.util.Arrays.copyOf(hub.addresses, 5_000));
        start();
        await().until(() -> streets() == 100);
    }

    @Test
    void a_base_damaged_on_the_disk_is_left_out_and_comes_again() throws Exception {
        publish(100, NOON);
        Files.writeString(folder.resolve("adresses.db"), "abîmé");
        start();
        await().until(() -> streets() == 100);
    }
}
