package fr.roubaix.cln.kiosk.sync;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Fingerprint;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.HubKeys;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.Signer;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * Who this kiosk is: its private key, and what the hub gave it at enrolment. Each enrolment has a key of its own, in a
 * file of the data folder; the database says which one is in use. Those before it are erased: what they signed carries
 * its signature, the hub has their public halves, and it refuses whatever else they would sign. The one after it is that of
 * an enrolment that may be waiting for its answer.
 */
final class KioskIdentity implements Signer {

    private static final Logger LOG = LoggerFactory.getLogger(KioskIdentity.class);

    private final Path folder;
    private final JdbcClient jdbc;
    private volatile Stored stored;

    KioskIdentity(Path folder, JdbcClient jdbc) {
        this.folder = folder;
        this.jdbc = jdbc;
        this.stored = load();
        eraseOldKeys();
    }

    /** What the hub gave, once enrolled; empty too while the key is lost, since nothing can be signed then. */
    Optional<Enrolled> enrolled() {
        return stored.key() == null ? Optional.empty() : stored.enrolled();
    }

    /** What the hub gave at the last enrolment, were the key lost since. */
    Optional<Enrolled> lastEnrolment() {
        return stored.enrolled();
    }

    /** Enrolled, and the file of the private key is gone: only a new enrolment helps. */
    boolean keyLost() {
        return stored.enrolled().isPresent() && stored.key() == null;
    }

    /** The public half of the key in use. */
    Optional<VerifyingKey> key() {
        return Optional.ofNullable(stored.key()).map(SigningKey::verifyingKey);
    }

    @Override
    public byte[] sign(Use use, byte[] content) {
        var key = stored.key();
        if (key == null) {
            throw new IllegalStateException("this kiosk has no key");
        }
        return key.sign(use, content);
    }

    /** Whether this very code enrolled this kiosk already. */
    boolean usedUp(String code) {
        return !keyLost() && stored.codeHash().filter(hash(code)::equals).isPresent();
    }

    /** The key to enrol with next: kept until an enrolment succeeds, so that a lost answer can be asked for again. */
    SigningKey nextKey() {
        return SigningKey.in(file(stored.rank() + 1));
    }

    /** Writes what the hub gave for {@link #nextKey}; call {@link #reload} once the transaction is committed. */
    void store(Enrolled fresh, String code, Instant at) {
        jdbc.sql("""
                INSERT INTO enrolment (single, hub, kiosk, mairie, receipt_key, sealing_key, signing_key, enrolled_at,
                key_rank, code_hash) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (single) DO UPDATE SET hub = excluded.hub, kiosk = excluded.kiosk, mairie = excluded.mairie,
                receipt_key = excluded.receipt_key, sealing_key = excluded.sealing_key,
                signing_key = excluded.signing_key, enrolled_at = excluded.enrolled_at, key_rank = excluded.key_rank,
                code_hash = excluded.code_hash""")
                .params(
                        fresh.hub().toString(),
                        fresh.kiosk().numero(),
                        fresh.mairie().name(),
                        fresh.receiptKey(),
                        fresh.keys().sealing().raw().base64url(),
                        fresh.keys().signing().raw().base64url(),
                        at.toEpochMilli(),
                        stored.rank() + 1,
                        hash(code))
                .update();
    }

    /** Writes the keys that took over from the hub's; call {@link #reload} once the transaction is committed. */
    void follow(HubKeys keys) {
        jdbc.sql("UPDATE enrolment SET sealing_key = ?, signing_key = ?")
                .params(keys.sealing().raw().base64url(), keys.signing().raw().base64url())
                .update();
    }

    void reload() {
        stored = load();
        eraseOldKeys();
    }

    /** A disk that refuses keeps them until the next start, and nothing else suffers. */
    private void eraseOldKeys() {
        if (stored.key() == null) {
            return;
        }
        for (int rank = 1; rank < stored.rank(); rank++) {
            try {
                if (Files.deleteIfExists(file(rank))) {
                    LOG.info("The private key of an enrolment that is over was erased");
                }
            } catch (IOException e) {
                LOG.warn("An old private key cannot be erased now", e);
            }
        }
    }

    private Stored load() {
        return jdbc.sql("""
                SELECT hub, kiosk, mairie, receipt_key, sealing_key, signing_key, key_rank, code_hash FROM enrolment""")
                .query((row, _) -> new Stored(
                        Optional.of(new Enrolled(
                                URI.create(row.getString("hub")),
                                new KioskId(row.getInt("kiosk")),
                                Secteur.valueOf(row.getString("mairie")),
                                row.getInt("receipt_key"),
                                new HubKeys(
                                        VerifyingKey.parse(row.getString("signing_key"))
                                                .orElseThrow(),
                                        SealingKey.parse(row.getString("sealing_key"))
                                                .orElseThrow()))),
                        row.getInt("key_rank"),
                        Optional.ofNullable(row.getString("code_hash")),
                        existing(row.getInt("key_rank"))))
                .optional()
                .orElseGet(() -> new Stored(Optional.empty(), 0, Optional.empty(), null));
    }

    private @Nullable SigningKey existing(int rank) {
        return Files.exists(file(rank)) ? SigningKey.in(file(rank)) : null;
    }

    private Path file(int rank) {
        return folder.resolve(rank == 1 ? "borne.key" : "borne-" + rank + ".key");
    }

    private static String hash(String code) {
        return Hash.of(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
    }

    private record Stored(
            Optional<Enrolled> enrolled,
            int rank,
            Optional<String> codeHash,
            @Nullable SigningKey key) {}

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
