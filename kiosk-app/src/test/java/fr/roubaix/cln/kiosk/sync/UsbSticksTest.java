package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.kiosk.sync.CleUsb.Contenu;
import fr.roubaix.cln.kiosk.sync.CleUsb.Export;
import fr.roubaix.cln.kiosk.sync.CleUsb.Import;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.CleUsb.Support;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.testkit.time.HandClock;

class UsbSticksTest {

    @TempDir
    Path folder;

    private final Random random = new Random(42);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final ModelHub model = new ModelHub(random, clock);
    private Path stick;
    private KioskRig kiosk;

    @BeforeEach
    void a_kiosk_without_network() throws IOException {
        stick = Files.createDirectories(folder.resolve("supports").resolve("CLE"));
        Files.createDirectories(folder.resolve("borne"));
        kiosk = new KioskRig(folder.resolve("borne"), stick.getParent(), clock, random);
        kiosk.enrol(model);
        for (int i = 0; i < 150; i++) {
            kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(i));
        }
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    @Test
    void what_waits_travels_on_a_stick_and_its_answer_marks_it_once() throws IOException {
        var export = (Export.Ecrit) kiosk.usb.exporter(support(), Contenu.EN_ATTENTE);
        assertThat(export.enveloppes()).isEqualTo(151);
        var lines = Files.readAllLines(export.fichier());
        assertThat(String.join("", lines)).doesNotContain(Fiches.NOM);
        assertThat(onStick()).containsExactly(export.fichier());
        var back = write("retour", model.exchange(lines));
        assertThat(kiosk.usb.retours(support())).containsExactly(back);
        var first = (Import.Lu) kiosk.usb.importer(back);
        assertThat(first.transmises()).isEqualTo(151);
        assertThat(first.bulletin()).isTrue();
        Link.wantBulletin(kiosk.jdbc);
        assertThat(kiosk.hub.bulletinDue())
                .as("the hub is told what came without a tag")
                .isEqualTo(new KnownHub.BulletinDue(Optional.of("\"" + model.serial + "\"")));
        assertThat(first.refusees()).isEmpty();
        assertThat(kiosk.pending()).isZero();
        var second = (Import.Lu) kiosk.usb.importer(back);
        assertThat(second.transmises()).isZero();
        assertThat(second.bulletin()).isFalse();
        assertThat(kiosk.usb.exporter(support(), Contenu.EN_ATTENTE)).isEqualTo(new Export.RienAEcrire());
        assertThat(((Export.Ecrit) kiosk.usb.exporter(support(), Contenu.TOUT)).enveloppes())
                .isEqualTo(151);
    }

    @Test
    void a_return_signed_with_keys_that_the_hub_changed_since_is_understood_whatever_the_order_of_its_lines()
            throws IOException {
        model.rotate();
        var lines = new ArrayList<>(model.exchange(exported()));
        assertThat(lines.getFirst()).startsWith("ACK");
        var told = (Import.Lu) kiosk.usb.importer(write("retour", lines));
        assertThat(told.transmises()).isEqualTo(151);
        assertThat(told.refusees()).isEmpty();
    }

    @Test
    void altered_truncated_foreign_and_old_lines_are_named_by_their_number_and_the_sound_ones_are_taken()
            throws IOException {
        var genuine = model.exchange(exported());
        var ack = Signed.parse(genuine.getFirst().substring(4)).orElseThrow();
        var lines = List.of(
                genuine.get(0),
                "n’importe quoi",
                genuine.get(1).substring(0, 80),
                "ACK "
                        + Signed.by(
                                        SigningKey.generate(),
                                        Use.ACK,
                                        ack.content().toArray())
                                .text(),
                "BULLETIN " + ack.text(),
                "x".repeat(Bundle.MAX_LINE + 5));
        var told = (Import.Lu) kiosk.usb.importer(write("retour", lines));
        assertThat(told.transmises()).isEqualTo(100);
        assertThat(told.refusees())
                .containsEntry(2, Refus.MAL_FORMEE)
                .containsEntry(3, Refus.MAL_FORMEE)
                .containsEntry(4, Refus.SIGNATURE)
                .containsEntry(5, Refus.SIGNATURE)
                .containsEntry(6, Refus.MAL_FORMEE)
                .hasSize(5);
        assertThat(kiosk.pending()).isEqualTo(51);
    }

    @Test
    void a_return_older_than_what_the_network_brought_since_changes_nothing() throws IOException {
        var half = exported().subList(0, 60);
        var old = write("ancien", model.exchange(half));
        for (int i = 0; i < 6; i++) {
            kiosk.exchange(model);
        }
        assertThat(kiosk.pending()).isZero();
        var told = (Import.Lu) kiosk.usb.importer(old);
        assertThat(told.refusees()).containsValue(Refus.ANCIENNE);
        assertThat(kiosk.pending()).isZero();
    }

    @Test
    void a_return_of_a_life_of_the_hub_that_is_over_proves_nothing() throws IOException {
        var old = write("ancien", model.exchange(exported()));
        var empty = new ModelHub.State();
        for (int i = 0; i < 6; i++) {
            kiosk.exchange(model);
        }
        model.restore(empty);
        clock.advance(Duration.ofMinutes(6));
        kiosk.exchange(model);
        assertThat(kiosk.pending()).isPositive();
        int before = kiosk.pending();
        var told = (Import.Lu) kiosk.usb.importer(old);
        assertThat(told.refusees()).containsEntry(1, Refus.AUTRE_VIE_DU_HUB);
        assertThat(kiosk.pending()).isEqualTo(before);
    }

    @Test
    void a_return_of_a_hub_put_back_from_a_backup_makes_what_it_lost_pending_again_without_any_network()
            throws IOException {
        kiosk.usb.importer(write("premier", model.exchange(exported())));
        assertThat(kiosk.pending()).isZero();
        model.restore(new ModelHub.State());
        kiosk.journal.append(kiosk.ids.get(), Fiches.candidature(999));
        clock.advance(Duration.ofMinutes(1));
        kiosk.usb.importer(write("second", model.exchange(exported())));
        // 151 that the hub lost, the one that waited, and the event that tells of the restoration.
        assertThat(kiosk.pending()).isEqualTo(153);
        clock.advance(Duration.ofMinutes(1));
        kiosk.usb.importer(write("troisieme", model.exchange(exported())));
        assertThat(kiosk.pending()).isZero();
        assertThat(model.state.facts).hasSize(153);
    }

    @Test
    void a_write_protected_stick_is_listed_and_read_but_not_written() throws IOException {
        var back = write("retour", model.exchange(exported()));
        var before = onStick();
        kiosk.mounts.mounted.add(stick);
        kiosk.mounts.writeProtected.add(stick);
        assertThat(support().protegee()).isTrue();
        assertThat(kiosk.usb.exporter(support(), Contenu.EN_ATTENTE)).isEqualTo(new Export.LectureSeule());
        assertThat(onStick()).isEqualTo(before);
        assertThat(kiosk.usb.retours(support())).containsExactly(back);
        assertThat(((Import.Lu) kiosk.usb.importer(back)).transmises()).isEqualTo(151);
    }

    @Test
    void a_stick_under_the_folder_of_a_user_is_listed_alone_write_protected_or_not() throws IOException {
        var user = stick.getParent().resolve("accueil");
        var first = Files.createDirectories(user.resolve("PREMIERE"));
        var second = Files.createDirectories(user.resolve("SECONDE"));
        Files.createDirectories(user.resolve("rien"));
        Files.delete(stick);
        kiosk.mounts.mounted.addAll(List.of(first, second));
        kiosk.mounts.writeProtected.addAll(List.of(user, second));
        assertThat(kiosk.usb.supports()).extracting(Support::nom).containsExactly("PREMIERE", "SECONDE");
        assertThat(kiosk.usb.supports()).extracting(Support::protegee).containsExactly(false, true);
    }

    @Test
    void a_folder_that_is_no_stick_and_cannot_be_written_is_not_listed() {
        kiosk.mounts.writeProtected.add(stick);
        assertThat(kiosk.usb.supports()).isEmpty();
    }

    @Test
    void the_system_tells_a_medium_from_a_folder_and_one_that_is_gone_holds_nothing() {
        assertThat(Mounts.SYSTEM.apart(stick, stick.getParent())).isFalse();
        assertThat(Mounts.SYSTEM.writeProtected(stick)).isFalse();
        assertThat(Mounts.SYSTEM.apart(stick.resolve("partie"), stick)).isFalse();
        assertThat(Mounts.SYSTEM.writeProtected(stick.resolve("partie"))).isTrue();
    }

    @Test
    void a_stick_pulled_out_is_told_and_nothing_is_left_half_done() throws IOException {
        var gone = new Support(stick.resolve("partie"), "partie", 1, false);
        assertThat(kiosk.usb.exporter(gone, Contenu.EN_ATTENTE)).isEqualTo(new Export.SupportRetire());
        assertThat(kiosk.usb.retours(gone)).isEmpty();
        assertThat(kiosk.usb.importer(stick.resolve("rien" + Bundle.RETURN))).isEqualTo(new Import.Illisible());
        assertThat(onStick()).isEmpty();
        assertThat(kiosk.pending()).isEqualTo(151);
    }

    @Test
    void a_file_that_no_hub_wrote_is_told_as_such_and_nothing_is_taken() throws IOException {
        byte[] picture = new byte[300_000];
        new Random(7).nextBytes(picture);
        for (byte[] content : List.of(picture, "%PDF-1.7\n\n\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII))) {
            var file = Files.write(stick.resolve("photo" + Bundle.RETURN), content);
            assertThat(kiosk.usb.importer(file)).isEqualTo(new Import.PasUnRetour());
        }
        var huge = stick.resolve("enorme" + Bundle.RETURN);
        try (var file = FileChannel.open(huge, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {10}), UsbImport.MAX_BYTES);
        }
        assertThat(kiosk.usb.importer(huge)).isEqualTo(new Import.PasUnRetour());
        assertThat(kiosk.pending()).isEqualTo(151);
    }

    private List<String> exported() throws IOException {
        var export = (Export.Ecrit) kiosk.usb.exporter(support(), Contenu.EN_ATTENTE);
        return Files.readAllLines(export.fichier());
    }

    private Support support() {
        return kiosk.usb.supports().getFirst();
    }

    private List<Path> onStick() throws IOException {
        try (var files = Files.list(stick)) {
            return files.toList();
        }
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.writeString(
                stick.resolve(name + Bundle.RETURN), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
