package fr.roubaix.cln.kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fr.roubaix.cln.adresses.AddressImport;
import fr.roubaix.cln.adresses.Import;
import fr.roubaix.cln.demo.AdressesFictives;
import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.sync.AddressEdition;
import fr.roubaix.cln.sync.Bundle;
import fr.roubaix.cln.sync.Bundle.Content;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.testkit.time.HandClock;

/** A mairie that no network reaches is given the address base on the stick that brings the hub's answer. */
class AddressesOnAStickTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final int PIECE = 4_096;

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T11:00:00Z"));
    private final ModelHub model = new ModelHub(random, clock);
    private KioskRig kiosk;

    @BeforeEach
    void a_kiosk_without_network() throws IOException {
        Files.createDirectories(folder.resolve("borne"));
        kiosk = new KioskRig(folder.resolve("borne"), folder, clock, random);
        kiosk.enrol(model);
    }

    @AfterEach
    void stop() {
        kiosk.close();
    }

    @Test
    void the_base_on_the_stick_is_in_use_at_once_and_after_a_restart_and_told_once() throws IOException {
        var lines = lines(base(100, NOON), NOON, model.signing);
        assertThat(lines).hasSizeGreaterThan(4);
        assertThat(read(lines)).isEqualTo(told(true, Map.of()));
        assertThat(streets()).isEqualTo(100);
        assertThat(read(lines)).isEqualTo(told(false, Map.of()));

        assertThat(read(lines(base(120, NOON.plusSeconds(1)), NOON.plusSeconds(1), model.signing)))
                .isEqualTo(told(true, Map.of()));
        kiosk.close();
        kiosk = new KioskRig(folder.resolve("borne"), folder, clock, random);
        assertThat(streets()).isEqualTo(120);
    }

    @Test
    void a_base_older_than_the_one_in_use_is_left_aside() throws IOException {
        read(lines(base(100, NOON), NOON, model.signing));
        assertThat(read(lines(base(70, NOON.minusSeconds(1)), NOON.minusSeconds(1), model.signing)))
                .isEqualTo(told(false, Map.of(1, Refus.ANCIENNE)));
        assertThat(streets()).isEqualTo(100);
    }

    @Test
    void a_base_that_the_hub_did_not_sign_is_refused_whole_or_in_part() throws IOException {
        var stranger = SigningKey.generate();
        var base = base(100, NOON);
        assertThat(read(lines(base, NOON, stranger)))
                .isInstanceOf(CleUsb.Import.Lu.class)
                .satisfies(lu -> assertThat(((CleUsb.Import.Lu) lu).refusees())
                        .containsOnlyKeys(1)
                        .containsValue(Refus.SIGNATURE));
        var mixed = new ArrayList<>(lines(base, NOON, model.signing));
        mixed.set(2, new Bundle.Line(Content.MORCEAU, Signed.by(stranger, Use.MORCEAU, new byte[PIECE])).text());
        assertThat(((CleUsb.Import.Lu) read(mixed)).refusees()).containsEntry(3, Refus.SIGNATURE);
        assertThat(streets()).isZero();
        assertThat(folder.resolve("borne").resolve("adresses.db")).doesNotExist();
    }

    @Test
    void pieces_in_another_order_or_cut_short_give_no_base_and_the_next_stick_does() throws IOException {
        var lines = lines(base(100, NOON), NOON, model.signing);
        var swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 1, 2);
        assertThat(read(swapped)).isEqualTo(told(false, Map.of(lines.size(), Refus.MAL_FORMEE)));
        assertThat(read(lines.subList(0, lines.size() - 1))).isEqualTo(told(false, Map.of()));
        assertThat(streets()).isZero();
        assertThat(read(lines)).isEqualTo(told(true, Map.of()));
        assertThat(streets()).isEqualTo(100);
    }

    @Test
    void keys_that_the_hub_changed_since_are_followed_first() throws IOException {
        model.rotate();
        var lines = new ArrayList<>(lines(base(100, NOON), NOON, model.signing));
        lines.add(new Bundle.Line(Content.BULLETIN, model.bulletin()).text());
        assertThat(read(lines)).isEqualTo(new CleUsb.Import.Lu(0, true, 0, true, Map.of()));
    }

    private static CleUsb.Import told(boolean addresses, Map<Integer, Refus> refused) {
        return new CleUsb.Import.Lu(0, false, 0, addresses, refused);
    }

    private int streets() {
        return kiosk.adresses.carnet().map(book -> book.streets().size()).orElse(0);
    }

    private byte[] base(int streets, Instant at) throws IOException {
        var csv = Files.write(
                folder.resolve("ban.csv"),
                AdressesFictives.ville(1, streets, streets * 5).toList());
        var file = folder.resolve("base.db");
        assertThat(new AddressImport(file, Clock.fixed(at, ZoneOffset.UTC), (_, _, _) -> {}).addresses(csv, false))
                .isInstanceOf(Import.Done.class);
        return Files.readAllBytes(file);
    }

    private static List<String> lines(byte[] base, Instant at, SigningKey signer) {
        var lines = new ArrayList<String>();
        var edition = new AddressEdition(Hash.of(base), base.length, at);
        lines.add(new Bundle.Line(Content.ADRESSES, Signed.by(signer, Use.ADRESSES, edition.encode())).text());
        for (int from = 0; from < base.length; from += PIECE) {
            byte[] piece = Arrays.copyOfRange(base, from, Math.min(base.length, from + PIECE));
            lines.add(new Bundle.Line(Content.MORCEAU, Signed.by(signer, Use.MORCEAU, piece)).text());
        }
        return lines;
    }

    private CleUsb.Import read(List<String> lines) throws IOException {
        return kiosk.usb.importer(
                Files.writeString(folder.resolve("retour" + Bundle.RETURN), String.join("\n", lines) + "\n"));
    }
}
