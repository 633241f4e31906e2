package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

import fr.roubaix.cln.hub.ingest.Anomalies;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.MisesDeCote;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Entree;
import fr.roubaix.cln.hub.ingest.MisesDeCote.Filtre;
import fr.roubaix.cln.hub.ingest.Reason;
import fr.roubaix.cln.hub.ingest.TraitementDesMisesDeCote;
import fr.roubaix.cln.hub.ingest.TraitementDesMisesDeCote.Issue;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;

/** What was set aside: how staff find it, settle it, and have it read again, once and no more. */
@ParameterizedClass
@EnumSource(FreshDatabase.class)
class MisesDeCoteTest {

    @Parameter
    private FreshDatabase databases;

    private HubSlice hub;
    private KioskLink link;
    private MisesDeCote misesDeCote;

    @BeforeEach
    void open() throws Exception {
        hub = HubSlice.start(databases.open());
        link = new KioskLink(hub);
        misesDeCote = hub.bean(MisesDeCote.class);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        hub.close();
    }

    @Test
    void everything_set_aside_is_listed_with_what_is_known_of_it_and_its_bytes_as_they_came() {
        var opening = link.kiosk.opening();
        var unknown = link.kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[80]));
        link.deliver(opening, unknown);
        var conflict = link.kiosk.at(2, opening.hash(), RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[60]));
        link.deliver(conflict);
        assertThat(misesDeCote.enAttente()).isEqualTo(Map.of(Reason.GENRE_INCONNU, 1L, Reason.CONFLIT, 1L));
        var entry = entry(unknown);
        assertThat(entry.genre()).isEqualTo(new Kind("GENRE_A_VENIR"));
        assertThat(entry.chaine()).isEqualTo(link.kiosk.head.chain());
        assertThat(entry.seq()).isEqualTo(2);
        assertThat(entry.recueLe()).isEqualTo(hub.now());
        assertThat(entry.taille()).isEqualTo(unknown.content().length());
        assertThat(entry.enAttente()).isTrue();
        assertThat(traitement().octets(entry.cle())).contains(unknown);
        assertThat(misesDeCote.entrees(
                        new Filtre(Optional.of(true), Optional.of(Reason.CONFLIT), Optional.of(link.kiosk.id))))
                .extracting(Entree::cle)
                .containsExactly(entry(conflict).cle());
        assertThat(misesDeCote.entrees(new Filtre(Optional.of(false), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(hub.bean(Anomalies.class).parBorne())
                .singleElement()
                .satisfies(kiosk -> assertThat(kiosk.conflits()).isEqualTo(1));
    }

    @Test
    void what_staff_settle_says_by_whom_when_and_what_and_waits_no_more() {
        var unreadable = unreadableApplication();
        assertThat(hub.quarantaine().candidaturesEnAttente()).isEqualTo(1);
        var cle = entry(unreadable).cle();
        assertThatThrownBy(() -> traitement().regler(cle, "  ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(traitement().regler(cle, " Reprise au guichet ")).isTrue();
        assertThat(traitement().regler(cle, "Encore")).isFalse();
        assertThat(entry(unreadable).reglement()).hasValueSatisfying(done -> {
            assertThat(done.par().valeur()).isEqualTo("ada");
            assertThat(done.le()).isEqualTo(hub.now());
            assertThat(done.suite()).isEqualTo("Reprise au guichet");
        });
        assertThat(misesDeCote.entrees(Filtre.EN_ATTENTE)).isEmpty();
        assertThat(hub.quarantaine().candidaturesEnAttente()).isZero();
        assertThat(traitement().reessayer(cle)).isEqualTo(new Issue.DejaReglee());
    }

    @Test
    void an_application_that_can_be_taken_at_a_second_reading_enters_once_and_settles_itself() {
        var application = conflictingApplication();
        assertThat(traitement().reessayer(entry(application).cle())).isEqualTo(new Issue.Prise());
        assertThat(hub.reception().stored()).isEqualTo(1);
        assertThat(entry(application).reglement()).isPresent();
        assertThat(traitement().reessayer(entry(application).cle())).isEqualTo(new Issue.DejaReglee());
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void the_kiosk_that_brings_it_again_after_a_second_reading_adds_nothing() {
        var id = RemoteKiosk.newId();
        var payload = link.kiosk.seal.seal(
                new SealContext(link.kiosk.id, id, Kind.CANDIDATURE),
                RemoteKiosk.message(5).encode());
        var opening = link.kiosk.opening();
        link.deliver(opening, link.kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[9])));
        var conflict = link.kiosk.at(2, opening.hash(), id, Kind.CANDIDATURE, payload);
        link.deliver(conflict);
        assertThat(traitement().reessayer(entry(conflict).cle())).isEqualTo(new Issue.Prise());
        link.kiosk.newChain();
        assertThat(KioskLink.outcomes(
                        link.deliver(link.kiosk.opening(), link.kiosk.next(id, Kind.CANDIDATURE, payload))))
                .containsExactly(new Outcome.Accepted(), new Outcome.Accepted());
        assertThat(hub.reception().stored()).isEqualTo(1);
    }

    @Test
    void what_still_cannot_be_taken_stays_as_it_is() {
        var unreadable = unreadableApplication();
        var second = link.kiosk.candidature(FakeReception.TAKEN.bits());
        link.deliver(second);
        assertThat(traitement().reessayer(entry(unreadable).cle()))
                .isEqualTo(new Issue.EncoreRefusee(Reason.ILLISIBLE));
        assertThat(traitement().reessayer(entry(second).cle()))
                .isEqualTo(new Issue.EncoreRefusee(Reason.CODE_DEJA_PRIS));
        assertThat(misesDeCote.entrees(Filtre.EN_ATTENTE)).hasSize(2);
        assertThat(hub.reception().stored()).isZero();
    }

    @Test
    void a_declaration_whose_place_is_taken_is_never_believed_at_that_place() {
        var opening = link.kiosk.opening();
        link.deliver(opening, link.kiosk.candidature(1));
        var event = new Message.EvenementSurvenu(Message.Nature.HORLOGE, "");
        var id = RemoteKiosk.newId();
        var payload = link.kiosk.seal.seal(new SealContext(link.kiosk.id, id, event.kind()), event.encode());
        var misplaced = link.kiosk.at(2, opening.hash(), id, event.kind(), payload);
        link.deliver(misplaced);
        assertThat(traitement().reessayer(entry(misplaced).cle())).isEqualTo(new Issue.PlacePrise());
        assertThat(entry(misplaced).enAttente()).isTrue();
    }

    @Test
    void the_former_key_of_a_terminal_vouches_for_what_it_signed_then_and_altered_bytes_are_told() {
        var application = conflictingApplication();
        var cle = entry(application).cle();
        hub.jdbc()
                .sql("UPDATE quarantine SET signature = ?")
                .param(new byte[64])
                .update();
        assertThat(traitement().reessayer(cle)).isEqualTo(new Issue.PlusAuthentique());
        hub.jdbc()
                .sql("UPDATE quarantine SET signature = ?")
                .param(application.signature().toArray())
                .update();
        hub.bean(Kiosks.class).renew(link.kiosk.id, SigningKey.generate().verifyingKey(), hub.now());
        assertThat(traitement().reessayer(cle)).isEqualTo(new Issue.Prise());
    }

    /** In the name of Ada, whom each delivery signs out. */
    private TraitementDesMisesDeCote traitement() {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "ada", null, AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        SecurityContextHolder.setContext(context);
        return hub.bean(TraitementDesMisesDeCote.class);
    }

    /** A genuine application whose place was taken meanwhile. */
    private Signed conflictingApplication() {
        var opening = link.kiosk.opening();
        link.deliver(opening);
        var before = link.kiosk.head;
        var application = link.kiosk.candidature(1);
        link.kiosk.head = before;
        link.deliver(link.kiosk.next(RemoteKiosk.newId(), new Kind("GENRE_A_VENIR"), Bytes.of(new byte[9])));
        link.deliver(application);
        assertThat(entry(application).raison()).isEqualTo(Reason.CONFLIT);
        return application;
    }

    private Signed unreadableApplication() {
        var opening = link.kiosk.opening();
        var unreadable = link.kiosk.next(RemoteKiosk.newId(), Kind.CANDIDATURE, Bytes.of(new byte[80]));
        link.deliver(opening, unreadable);
        return unreadable;
    }

    private Entree entry(Signed signed) {
        return misesDeCote
                .entree(new MisesDeCote.Cle(link.kiosk.id, signed.hash()))
                .orElseThrow();
    }
}
