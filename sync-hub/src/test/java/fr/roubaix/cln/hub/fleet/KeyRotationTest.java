package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.ingest.RotationDesCles.Issue;
import fr.roubaix.cln.hub.ingest.Trousseau;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Outcome.Accepted;
import fr.roubaix.cln.sync.Outcome.Duplicate;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** The hub changes its keys while kiosks are away, deliver, or talk to another instance. */
class KeyRotationTest extends KioskAtTheDoor {

    @Test
    void a_kiosk_that_slept_through_two_changes_follows_them_and_everything_it_sealed_before_still_opens() {
        var first = link.trusted;
        deliver(kiosk.opening(), kiosk.candidature(1));
        rotate(1);
        rotate(2);
        var sealedForTheFirst = kiosk.candidature(2);
        assertThat(hub.post(KioskLink.ENVELOPES, "", new byte[0]).status()).isEqualTo(401);
        link.readBulletin();
        assertThat(link.trusted).isNotEqualTo(first);
        assertThat(outcomes(deliver(sealedForTheFirst))).containsExactly(new Accepted());
        assertThat(outcomes(deliver(kiosk.candidature(3)))).containsExactly(new Accepted());
        assertThat(hub.reception().stored()).isEqualTo(3);
    }

    @Test
    void receipts_that_the_hub_issued_under_any_of_its_keys_are_verified_with_the_bulletin_alone() {
        assertThat(link.readBulletin().anciennesCles()).isEmpty();
        var first = hub.bean(Trousseau.class).receipts();
        rotate(1);
        assertThat(link.readBulletin().anciennesCles())
                .containsExactly(first.cle().verifyingKey());
        var second = hub.bean(Trousseau.class).receipts();
        rotate(2);
        assertThat(link.readBulletin().anciennesCles())
                .containsExactly(first.cle().verifyingKey(), second.cle().verifyingKey());
        assertThat(first.numero()).isEqualTo(1);
        assertThat(second.numero()).isEqualTo(2);
        assertThat(hub.bean(Trousseau.class).receipts().numero()).isEqualTo(3);
    }

    @Test
    void envelopes_sealed_under_every_pair_of_keys_open_in_one_delivery() {
        var opening = kiosk.opening();
        var one = kiosk.candidature(1);
        rotate(1);
        link.readBulletin();
        var two = kiosk.candidature(2);
        rotate(2);
        link.readBulletin();
        var three = kiosk.candidature(3);
        assertThat(outcomes(deliver(opening, one, two, three))).containsOnly(new Accepted());
        assertThat(hub.reception().stored()).isEqualTo(3);
    }

    @Test
    void a_change_between_the_storing_and_the_answer_costs_one_more_delivery_and_no_duplicate() {
        var opening = kiosk.opening();
        var application = kiosk.candidature(1);
        deliver(opening, application);
        rotate(1);
        var reply = link.post(kiosk.batch(opening, application).encode());
        assertThat(Signed.parse(reply.body()).orElseThrow().verifiedBy(link.trusted.signing(), Use.ACK))
                .as("the kiosk does not believe it yet, and marks nothing")
                .isFalse();
        link.readBulletin();
        assertThat(outcomes(deliver(opening, application)))
                .containsExactly(new Duplicate(new Accepted()), new Duplicate(new Accepted()));
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void an_instance_whose_file_is_behind_signs_nothing_until_the_file_is_brought() throws IOException {
        var other = hub.anotherWithItsOwnFolder();
        rotate(1);
        var opening = kiosk.opening();
        link.hub = other;
        var application = kiosk.candidature(1);
        assertThat(link.post(kiosk.batch(opening, application).encode()).status())
                .isEqualTo(503);
        assertThat(other.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(2)))
                .isInstanceOf(Issue.FichierEnRetard.class);
        Files.copy(hub.trousseau(), other.trousseau(), StandardCopyOption.REPLACE_EXISTING);
        link.readBulletin();
        var answered = outcomes(deliver(opening, application));
        assertThat(answered)
                .allMatch(outcome ->
                        outcome.equals(new Accepted()) || outcome.equals(new Outcome.Duplicate(new Accepted())));
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void a_second_click_and_a_file_that_cannot_be_written_change_nothing() throws IOException {
        rotate(1);
        assertThat(hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(1)))
                .isEqualTo(new Issue.DejaTournees());
        byte[] before = Files.readAllBytes(hub.trousseau());
        Files.writeString(hub.trousseau(), "abîmé", StandardCharsets.UTF_8);
        assertThat(hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(2)))
                .isInstanceOf(Issue.FichierRefuse.class);
        Files.write(hub.trousseau(), before);
        link.readBulletin();
        assertThat(deliver(kiosk.opening()).contiguousSeq()).isEqualTo(1);
        rotate(2);
    }

    @Test
    void the_file_keeps_its_mode_and_every_pair() throws IOException {
        rotate(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(hub.trousseau())))
                .isEqualTo("rw-------");
        assertThat(Files.readAllLines(hub.trousseau())).first().isEqualTo("cln-trousseau/3");
    }

    private void rotate(int seen) {
        assertThat(hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(seen)))
                .isEqualTo(new Issue.Tournees(seen + 1));
    }
}
