package fr.roubaix.cln.kiosk.sync;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.VerifyingKey;

/** Who this kiosk is: its private key, and what the hub gave it at enrolment. */
final class KioskIdentity {

    private final SigningKey key;
    private final JdbcClient jdbc;
    private volatile Optional<Enrolled> enrolled;

    KioskIdentity(SigningKey key, JdbcClient jdbc) {
        this.key = key;
        this.jdbc = jdbc;
        this.enrolled = stored();
    }

    SigningKey key() {
        return key;
    }

    /** What the hub gave, once enrolled. */
    Optional<Enrolled> enrolled() {
        return enrolled;
    }

    /** Writes what the hub gave; call {@link #reload} once the transaction is committed. */
    void store(Enrolled fresh, Instant at) {
        jdbc.sql("""
                INSERT INTO enrolment (single, hub, kiosk, mairie, receipt_key, sealing_key, signing_key, enrolled_at)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        fresh.hub().toString(),
                        fresh.kiosk().numero(),
                        fresh.mairie().name(),
                        fresh.receiptKey(),
                        fresh.keys().sealing().raw().base64url(),
                        fresh.keys().signing().raw().base64url(),
                        at.toEpochMilli())
                .update();
    }

    void reload() {
        enrolled = stored();
    }

    private Optional<Enrolled> stored() {
        return jdbc.sql("SELECT hub, kiosk, mairie, receipt_key, sealing_key, signing_key FROM enrolment")
                .query((row, _) -> new Enrolled(
                        URI.create(row.getString("hub")),
                        new KioskId(row.getInt("kiosk")),
                        Secteur.valueOf(row.getString("mairie")),
                        row.getInt("receipt_key"),
                        new HubKeys(
                                VerifyingKey.parse(row.getString("signing_key")).orElseThrow(),
                                SealingKey.parse(row.getString("sealing_key")).orElseThrow())))
                .optional();
    }

    /**
     * This kiosk as the hub enrolled it.
     *
     * @param receiptKey which of its keys, in the count of the hub, this one is
     */
    record Enrolled(URI hub, KioskId kiosk, Secteur mairie, int receiptKey, HubKeys keys) {
        Fingerprint fingerprint(VerifyingKey kioskKey) {
            return Fingerprint.of(kioskKey, keys.signing(), keys.sealing());
        }
    }
}
