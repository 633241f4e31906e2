package fr.roubaix.cln.kiosk.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.kiosk.StillHub;
import fr.roubaix.cln.sync.Bulletin.BornePubliee;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.OpeningKey;
import fr.roubaix.cln.sync.ReceiptToken;
import fr.roubaix.cln.sync.ReceiptToken.Issuer;
import fr.roubaix.cln.sync.ReceiptToken.Purpose;
import fr.roubaix.cln.sync.ReceiptToken.Reading;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Succession;
import fr.roubaix.cln.sync.Use;

/** A square scanned without the network: who issued it, the hub included. */
class KnownIssuersTest {

    private static final Instant AT = Instant.parse("2025-05-20T10:00:00Z");
    private static final Issuer HUB = new Issuer.Hub();
    private static final Issuer NORD = new Issuer.Kiosk(new KioskId(3), Secteur.NORD);

    private final SigningKey first = SigningKey.generate();
    private final SigningKey second = SigningKey.generate();
    private final SigningKey third = SigningKey.generate();
    private final StillHub hub = new StillHub();
    private final KnownIssuers issuers = new KnownIssuers(hub);

    @BeforeEach
    void a_hub_that_never_changed_its_key() {
        hub.signingKey = Optional.of(first.verifyingKey());
    }

    @Test
    void a_receipt_of_the_form_at_home_is_genuine_offline() {
        assertThat(read(HUB, 1, first)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(HUB, 1, second)).isInstanceOf(Reading.WrongSignature.class);
        assertThat(read(HUB, 2, first)).isInstanceOf(Reading.UnknownKey.class);
        assertThat(read(HUB, 0, first)).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void it_stays_genuine_when_the_hub_changes_its_key_again_and_again() {
        hub.successions = List.of(succession(first, second), succession(second, third));
        hub.formerKeys = List.of(first.verifyingKey(), second.verifyingKey());
        hub.signingKey = Optional.of(third.verifyingKey());
        assertThat(read(HUB, 3, third)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(HUB, 2, second)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(HUB, 1, first)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(HUB, 2, third)).isInstanceOf(Reading.WrongSignature.class);
        assertThat(read(HUB, 1, third)).isInstanceOf(Reading.WrongSignature.class);
        assertThat(read(HUB, 0, first)).isInstanceOf(Reading.UnknownKey.class);
        assertThat(read(HUB, 4, third)).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void a_bulletin_kept_since_before_former_keys_were_told_calls_no_receipt_forged() {
        hub.successions = List.of(succession(first, second));
        hub.signingKey = Optional.of(second.verifyingKey());
        assertThat(read(HUB, 2, second)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(HUB, 1, first)).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void a_kiosk_is_known_by_its_key_its_number_and_its_mairie_until_it_is_revoked() {
        hub.kiosks = List.of(new BornePubliee(new KioskId(3), Secteur.NORD, 2, second.verifyingKey(), false));
        assertThat(read(NORD, 2, second)).isInstanceOf(Reading.Genuine.class);
        assertThat(read(NORD, 1, second)).isInstanceOf(Reading.UnknownKey.class);
        assertThat(read(new Issuer.Kiosk(new KioskId(3), Secteur.SUD), 2, second))
                .isInstanceOf(Reading.UnknownKey.class);
        hub.kiosks = List.of(new BornePubliee(new KioskId(3), Secteur.NORD, 2, second.verifyingKey(), true));
        assertThat(read(NORD, 2, second)).isInstanceOf(Reading.UnknownKey.class);
    }

    @Test
    void nobody_is_known_before_the_first_bulletin() {
        hub.heard = false;
        assertThat(read(HUB, 1, first)).isInstanceOf(Reading.UnknownKey.class);
    }

    private Reading read(Issuer issuer, int key, SigningKey signer) {
        var token = new ReceiptToken(key, new ReceiptCode(42), issuer, Purpose.APPLICATION, AT);
        return ReceiptToken.read(token.sign(signer), issuers);
    }

    private static Signed succession(SigningKey before, SigningKey after) {
        var keys = new HubKeys(after.verifyingKey(), OpeningKey.generate().sealingKey());
        return Signed.by(before, Use.SUCCESSION, new Succession(keys, AT).encode());
    }
}
