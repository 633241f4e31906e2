package fr.roubaix.cln.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.hub.fleet.Revocations.Revocation;
import fr.roubaix.cln.hub.ingest.Anomalies;
import fr.roubaix.cln.hub.ingest.Kiosks;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.security.Identifiant;
import fr.roubaix.cln.sync.EnrolmentRequest;
import fr.roubaix.cln.sync.EnrolmentResponse;
import fr.roubaix.cln.sync.EnrolmentResponse.Enrolled;
import fr.roubaix.cln.sync.EnrolmentResponse.Reason;
import fr.roubaix.cln.sync.EnrolmentResponse.Refused;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** A terminal that takes the place of a kiosk, one that comes back, and what is kept of both, on any database. */
@ParameterizedClass
@EnumSource(FreshDatabase.class)
class RemplacementTest {

    private static final SigningKey OLD = SigningKey.generate();
    private static final SigningKey NEW = SigningKey.generate();

    @Parameter
    private FreshDatabase database;

    private HubSlice hub;
    private Kiosks kiosks;
    private Kiosk kiosk;

    @BeforeEach
    void aKiosk() throws Exception {
        hub = HubSlice.start(database.open());
        kiosks = hub.bean(Kiosks.class);
        enrol(OLD, hub.bornes().creerCode(Secteur.NORD).code(), null);
        kiosk = kiosks.all().getFirst();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_new_terminal_keeps_the_number_and_the_mairie_and_gets_a_new_key() {
        String code = codeForTheKiosk();
        assertThat(enrol(NEW, code, Secteur.SUD)).isEqualTo(new Refused(Reason.AUTRE_MAIRIE));
        var welcome = (Enrolled) enrol(NEW, code, Secteur.NORD);
        assertThat(welcome.kiosk()).isEqualTo(kiosk.id());
        assertThat(welcome.receiptKey()).isEqualTo(2);
        assertThat(((Enrolled) enrol(NEW, code, Secteur.NORD)).receiptKey())
                .as("the same request again")
                .isEqualTo(2);
        assertThat(kiosks.all()).hasSize(1);
        assertThat(kiosks.keys()).hasSize(2);
    }

    @Test
    void the_terminal_that_was_replaced_does_not_come_back_with_its_old_key() {
        enrol(NEW, codeForTheKiosk(), null);
        assertThat(enrol(OLD, hub.bornes().creerCode(Secteur.NORD).code(), null))
                .isEqualTo(new Refused(Reason.CLE_REVOQUEE));
        assertThat(kiosks.all()).hasSize(1);
    }

    @Test
    void a_code_for_one_kiosk_is_worth_nothing_to_another_and_serves_once() {
        var other = SigningKey.generate();
        enrol(other, hub.bornes().creerCode(Secteur.NORD).code(), null);
        String code = codeForTheKiosk();
        assertThat(enrol(other, code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(enrol(NEW, code, null)).isInstanceOf(Enrolled.class);
        assertThat(enrol(SigningKey.generate(), code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(kiosks.all()).hasSize(2);
    }

    @Test
    void a_revoked_terminal_comes_back_with_a_code_for_it_and_never_with_one_that_served() {
        kiosks.revoke(kiosk.id(), hub.now());
        assertThat(enrol(OLD, hub.bornes().creerCode(Secteur.NORD).code(), null))
                .isEqualTo(new Refused(Reason.CLE_REVOQUEE));
        String code = codeForTheKiosk();
        assertThat(((Enrolled) enrol(OLD, code, null)).kiosk()).isEqualTo(kiosk.id());
        assertThat(kiosks.byId(kiosk.id()).orElseThrow().revoked()).isFalse();
        kiosks.revoke(kiosk.id(), hub.now());
        assertThat(enrol(OLD, code, null)).isEqualTo(new Refused(Reason.CLE_REVOQUEE));
    }

    @Test
    void a_code_for_a_kiosk_lapses_like_any_other() {
        String code = codeForTheKiosk();
        hub.advance(Duration.ofMinutes(15));
        assertThat(enrol(NEW, code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
    }

    @Test
    void a_kiosk_that_the_hub_has_forgotten_gets_its_number_back_and_the_next_one_comes_after() {
        String code = codeForNumber(7);
        assertThat(enrol(NEW, code, Secteur.SUD)).isEqualTo(new Refused(Reason.AUTRE_MAIRIE));
        var welcome = (Enrolled) enrol(NEW, code, Secteur.NORD);
        assertThat(welcome.kiosk()).isEqualTo(new KioskId(7));
        assertThat(enrol(NEW, code, Secteur.NORD)).as("the same request again").isEqualTo(welcome);
        assertThat(enrol(SigningKey.generate(), code, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        var next = (Enrolled) enrol(
                SigningKey.generate(), hub.bornes().creerCode(Secteur.NORD).code(), null);
        assertThat(next.kiosk()).isEqualTo(new KioskId(8));
    }

    @Test
    void a_number_given_back_never_gives_a_key_the_number_of_another() {
        assertThat(enrol(NEW, codeForNumber(7), 3).receiptKey()).isEqualTo(4);
        assertThat(enrol(SigningKey.generate(), codeForNumber(8), 0).receiptKey())
                .as("a terminal that remembers nothing")
                .isEqualTo(Enrolment.CLES_INCONNUES + 1);
        assertThat(kiosks.keys())
                .filteredOn(key -> key.kiosk().equals(new KioskId(7)))
                .extracting(Kiosks.KeyOfKiosk::number)
                .containsExactly(4);
    }

    @Test
    void a_kiosk_whose_last_keys_a_restored_hub_forgot_gets_the_number_after_them() {
        var latest = SigningKey.generate();
        assertThat(enrol(latest, codeForTheKiosk(), 5).receiptKey()).isEqualTo(6);
        assertThat(kiosks.byId(kiosk.id()).orElseThrow().keyNumber()).isEqualTo(6);
        assertThat(enrol(SigningKey.generate(), codeForTheKiosk(), 2).receiptKey())
                .isEqualTo(7);
    }

    @Test
    void a_code_for_a_number_gives_it_to_nobody_once_a_kiosk_has_it() {
        String one = codeForNumber(7);
        String two = codeForNumber(7);
        assertThat(enrol(OLD, one, null)).as("a kiosk with a number").isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(enrol(NEW, one, null)).isInstanceOf(Enrolled.class);
        assertThat(enrol(SigningKey.generate(), two, null)).isEqualTo(new Refused(Reason.CODE_REFUSE));
        assertThat(kiosks.all()).hasSize(2);
    }

    @Test
    void the_last_number_there_is_leaves_the_others_to_those_who_come() {
        enrol(NEW, codeForNumber(65_535), null);
        var next = (Enrolled) enrol(
                SigningKey.generate(), hub.bornes().creerCode(Secteur.NORD).code(), null);
        assertThat(next.kiosk()).isEqualTo(new KioskId(2));
    }

    @Test
    void every_revocation_is_kept_with_its_reason_the_newest_first() {
        var revocations = hub.bean(Revocations.class);
        var first = new Revocation(kiosk.id(), "Volée à l’accueil", new Identifiant("ada"), hub.now());
        var second = new Revocation(kiosk.id(), "Mise au rebut", new Identifiant("max"), hub.now());
        revocations.ajouter(first);
        revocations.ajouter(second);
        assertThat(revocations.toutes()).containsExactly(second, first);
    }

    @Test
    void the_hub_knows_since_when_something_waits() {
        var anomalies = hub.bean(Anomalies.class);
        var first = hub.now();
        report(2);
        hub.advance(Duration.ofMinutes(5));
        report(1);
        assertThat(anomalies.attenteDepuis()).containsEntry(kiosk.id(), first);
        report(0);
        assertThat(anomalies.attenteDepuis()).isEmpty();
    }

    private void report(long queue) {
        kiosks.heard(kiosk.id(), new Etat(queue, 1, List.of(), "essai", hub.now()), hub.now());
    }

    private String codeForNumber(int number) {
        return hub.bean(NouveauxCodes.class)
                .pourLeNumero(Secteur.NORD, new KioskId(number))
                .code();
    }

    private String codeForTheKiosk() {
        return hub.bean(NouveauxCodes.class).pourRemplacer(kiosk).code();
    }

    private EnrolmentResponse enrol(SigningKey key, String code, @Nullable Secteur mairie) {
        return enrol(key, new EnrolmentRequest(code, key.verifyingKey(), mairie, "Accueil"));
    }

    private Enrolled enrol(SigningKey key, String code, int lastKey) {
        return (Enrolled) enrol(key, new EnrolmentRequest(code, key.verifyingKey(), null, "Accueil", lastKey));
    }

    private EnrolmentResponse enrol(SigningKey key, EnrolmentRequest request) {
        byte[] body = Signed.by(key, Use.REQUEST, request.encode()).text().getBytes(StandardCharsets.US_ASCII);
        return EnrolmentResponse.decode(
                        hub.post("/api/borne/v1/enrolment", "", body).body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
