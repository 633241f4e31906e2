package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.EnrolmentResponse.Reason;
import fr.roubaix.cln.sync.EnrolmentResponse.Refused;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.RequestAuthorization;
import fr.roubaix.cln.sync.RequestAuthorization.Request;
import fr.roubaix.cln.sync.SigningKey;

/** Who may come to the door, how a terminal is let in, and what staff see of it. */
class DoorAccessTest extends KioskAtTheDoor {

    @Test
    void a_request_without_a_good_signature_is_refused_and_stores_nothing() {
        byte[] body = kiosk.batch(kiosk.opening()).encode();
        var request = new Request("POST", KioskLink.ENVELOPES, Bytes.of(body));
        var stranger = RequestAuthorization.sign(SigningKey.generate(), kiosk.id, request, hub.now());
        var late = RequestAuthorization.sign(
                kiosk.key, kiosk.id, request, hub.now().minus(Duration.ofMinutes(6)));
        var otherBody = RequestAuthorization.sign(
                kiosk.key, kiosk.id, new Request("POST", KioskLink.ENVELOPES, Bytes.of(new byte[0])), hub.now());
        for (String header : List.of(stranger.header(), late.header(), otherBody.header(), "Basic eDp5", "")) {
            Reply reply = hub.post(KioskLink.ENVELOPES, header, body);
            assertThat(reply.status()).as(header).isEqualTo(401);
            assertThat(reply.date()).isEqualTo(Instant.ofEpochSecond(hub.now().getEpochSecond()));
        }
        assertThat(count("envelope")).isZero();
        assertThat(count("kiosk_chain")).isZero();
    }

    @Test
    void a_revoked_kiosk_is_refused_at_its_next_request() {
        deliver(kiosk.opening());
        hub.jdbc().sql("UPDATE kiosk SET revoked_at = 1").update();
        assertThat(link.post(kiosk.batch(kiosk.candidature(1)).encode()).status())
                .isEqualTo(401);
    }

    @Test
    void too_large_a_body_is_413_and_a_body_that_is_no_batch_is_400() {
        assertThat(link.post(new byte[Batch.MAX_BYTES + 1]).status()).isEqualTo(413);
        assertThat(link.post("{\"v\":1}".getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void a_code_enrols_one_key_and_the_same_key_asking_again_gets_the_same_answer() {
        String code = hub.bornes().creerCode(Secteur.SUD).code();
        var other = new RemoteKiosk();
        var first = (Enrolled) link.enrol(other, code, null);
        assertThat(first.mairie()).isEqualTo(Secteur.SUD);
        assertThat(first.kiosk()).isNotEqualTo(kiosk.id);
        assertThat(((Enrolled) link.enrol(other, code, null)).kiosk()).isEqualTo(first.kiosk());
        assertThat(link.enrol(new RemoteKiosk(), code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
    }

    @Test
    void a_wrong_code_a_lapsed_code_and_another_mairie_enrol_nobody() {
        assertThat(link.enrol(new RemoteKiosk(), "ZZZZ9999", null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        String code = hub.bornes().creerCode(Secteur.SUD).code();
        assertThat(link.enrol(new RemoteKiosk(), code, Secteur.EST)).isEqualTo(new Refused(Reason.AUTRE_MAIRIE));
        advance(Duration.ofMinutes(15));
        assertThat(link.enrol(new RemoteKiosk(), code, Secteur.SUD)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(hub.bornes().etats()).hasSize(1);
        assertThat(hub.post(KioskLink.ENROLMENT, "", new byte[] {1, 2, 3}).status())
                .isEqualTo(400);
    }

    @Test
    void staff_see_when_a_kiosk_was_last_heard_and_what_it_said_was_waiting() {
        deliver(kiosk.opening());
        var etat = hub.bornes().etats().getFirst();
        assertThat(etat.mairie()).isEqualTo(Secteur.NORD);
        assertThat(etat.dernierContact()).contains(hub.now());
        assertThat(etat.enAttente()).contains(1);
    }

    @Test
    void staff_see_the_six_words_that_the_terminal_shows() {
        assertThat(hub.bornes().etats().getFirst().empreinte())
                .isEqualTo(Fingerprint.of(kiosk.key.verifyingKey(), link.trusted.signing(), link.trusted.sealing()));
    }
}
