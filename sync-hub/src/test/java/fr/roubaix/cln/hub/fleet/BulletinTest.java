package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.HubSlice.Reply;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.RotationDesCles;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.AgentId;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;

/** The bulletin as kiosks ask for it: signed once, given again, never with a lower serial. */
class BulletinTest extends KioskAtTheDoor {

    @Test
    void the_bulletin_is_signed_once_and_its_serial_grows_only_when_it_says_something_new() {
        Reply first = link.get(KioskLink.BULLETIN, "");
        var bulletin = bulletin(first);
        assertThat(bulletin.contacts()).hasSize(5);
        assertThat(link.get(KioskLink.BULLETIN, "").body()).isEqualTo(first.body());
        assertThat(link.get(KioskLink.BULLETIN, first.etag()).status()).isEqualTo(304);
        hub.openCall();
        Reply second = link.get(KioskLink.BULLETIN, first.etag());
        assertThat(second.status()).isEqualTo(200);
        assertThat(bulletin(second).serial()).isGreaterThan(bulletin.serial());
        assertThat(bulletin(second).appels()).hasSize(1);
    }

    @Test
    void a_change_made_by_one_instance_is_in_the_next_answer_of_the_other() throws Exception {
        var other = hub.another();
        var agents = hub.bean(Agents.class);
        var acte = new Agents.Acte(new Identifiant("ada.l"), hub.now());
        var id = new AgentId("zoe.m");
        var agent = new AgentDeMairie(
                id, "Zoé M.", Optional.empty(), AgentDeMairie.Etat.ACTIF, hub.now(), acte.par(), hub.now());
        List<Runnable> changes = List.of(
                () -> assertThat(agents.ajouter(agent, "$argon2id$1")).isTrue(),
                () -> assertThat(agents.changerLeCode(id, "$argon2id$2", acte)).isTrue(),
                () -> assertThat(agents.activer(id, false, acte)).isTrue(),
                () -> assertThat(agents.activer(id, true, acte)).isTrue(),
                () -> assertThat(agents.toutChanger(acte)).isEqualTo(1),
                () -> link.enrol(
                        new RemoteKiosk(), hub.bornes().creerCode(Secteur.SUD).code(), Secteur.SUD),
                () -> hub.bean(Kiosks.class)
                        .renew(new KioskId(2), SigningKey.generate().verifyingKey(), hub.now()),
                () -> hub.bean(Kiosks.class).revoke(new KioskId(2), hub.now()),
                () -> hub.bean(RotationDesCles.class).tourner(new RotationDesCles.Vue(1)));
        for (Runnable change : changes) {
            Reply known = link.get(other, KioskLink.BULLETIN, "");
            assertThat(link.get(other, KioskLink.BULLETIN, known.etag()).status())
                    .isEqualTo(304);
            assertThat(link.get(hub, KioskLink.BULLETIN, known.etag()).status()).isEqualTo(304);
            change.run();
            Reply after = link.get(other, KioskLink.BULLETIN, known.etag());
            assertThat(after.status()).as("change %d", changes.indexOf(change)).isEqualTo(200);
            assertThat(link.get(hub, KioskLink.BULLETIN, "").body()).isEqualTo(after.body());
        }
    }

    @Test
    void a_contact_and_a_new_name_change_nothing_of_what_kiosks_are_told() {
        Reply known = link.get(KioskLink.BULLETIN, "");
        deliver(kiosk.opening(), kiosk.candidature(1));
        hub.bean(Kiosks.class).rename(kiosk.id, "Guichet");
        assertThat(link.get(KioskLink.BULLETIN, known.etag()).status()).isEqualTo(304);
        assertThat(count("bulletin")).isEqualTo(1);
    }

    @Test
    void a_clock_set_back_does_not_set_the_serial_back() {
        advance(Duration.ofDays(400));
        long ahead = bulletin(link.get(KioskLink.BULLETIN, "")).serial();
        advance(Duration.ofDays(-400));
        hub.openCall();
        assertThat(bulletin(link.get(KioskLink.BULLETIN, "")).serial()).isEqualTo(ahead + 1);
    }

    @Test
    void who_asks_for_the_bulletin_that_it_has_does_not_wait_for_who_writes() {
        Reply known = link.get(KioskLink.BULLETIN, "");
        hub.whileWriting(() ->
                assertThat(link.get(KioskLink.BULLETIN, known.etag()).status()).isEqualTo(304));
    }

    private Bulletin bulletin(Reply reply) {
        return link.trusted
                .verify(Signed.parse(reply.body()).orElseThrow())
                .orElseThrow()
                .bulletin();
    }
}
