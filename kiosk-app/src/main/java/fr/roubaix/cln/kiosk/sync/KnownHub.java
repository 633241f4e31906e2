package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.HubClient.Fetched;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** What this kiosk knows of the hub, kept across restarts. */
class KnownHub implements Hub {

    private static final Logger LOG = LoggerFactory.getLogger(KnownHub.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate read;
    private final KioskIdentity identity;
    private final KioskState state;
    private final Clock clock;
    private final Duration heartbeat;
    private volatile @Nullable Bulletin bulletin;

    KnownHub(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            KioskState state,
            Clock clock,
            Duration heartbeat) {
        this.jdbc = jdbc;
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.identity = identity;
        this.state = state;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.bulletin = identity.enrolled().flatMap(this::stored).orElse(null);
    }

    @Override
    public Optional<Bulletin> bulletin() {
        return Optional.ofNullable(bulletin);
    }

    @Override
    public Liaison liaison() {
        return Objects.requireNonNull(read.execute(_ -> Link.read(jdbc).liaison(state.queue(), revoked())));
    }

    @Override
    public Optional<Borne> borne() {
        return identity.enrolled()
                .map(enrolled -> new Borne(enrolled.kiosk(), enrolled.mairie(), enrolled.receiptKey()));
    }

    /** A reason to ask the hub for its bulletin now; {@code null} when there is none. */
    @Nullable
    BulletinDue bulletinDue() {
        return read.execute(_ -> {
            var link = Link.read(jdbc);
            boolean due = identity.enrolled().isPresent()
                    && link.connected()
                    && link.bulletinOlderThan(heartbeat, clock.millis());
            return due ? new BulletinDue(etag()) : null;
        });
    }

    /** Keeps a bulletin that the hub signed and that is not older than the one kept. */
    void record(Optional<Fetched> fetched) {
        jdbc.sql("UPDATE link SET bulletin_checked_at = ?")
                .param(clock.millis())
                .update();
        fetched.ifPresent(this::keep);
    }

    private void keep(Fetched fetched) {
        var fresh = identity.enrolled().flatMap(enrolled -> verified(enrolled, fetched.signed()));
        if (fresh.isEmpty()) {
            LOG.error("A bulletin that the hub did not sign was refused");
            return;
        }
        var known = bulletin;
        if (known != null && fresh.get().serial() < known.serial()) {
            LOG.error(
                    "Bulletin {} is older than bulletin {}: refused",
                    fresh.get().serial(),
                    known.serial());
            return;
        }
        jdbc.sql("""
                INSERT INTO bulletin (single, serial, signed, etag, received_at) VALUES (1, ?, ?, ?, ?)
                ON CONFLICT (single) DO UPDATE SET serial = excluded.serial, signed = excluded.signed,
                etag = excluded.etag, received_at = excluded.received_at""")
                .params(fresh.get().serial(), fetched.signed().text(), fetched.etag(), clock.millis())
                .update();
        bulletin = fresh.get();
    }

    private Optional<Bulletin> stored(Enrolled enrolled) {
        return jdbc.sql("SELECT signed FROM bulletin")
                .query(String.class)
                .optional()
                .flatMap(Signed::parse)
                .flatMap(signed -> verified(enrolled, signed));
    }

    private static Optional<Bulletin> verified(Enrolled enrolled, Signed signed) {
        return signed.verifiedBy(enrolled.keys().signing(), Use.BULLETIN)
                ? Bulletin.decode(signed.content().toArray())
                : Optional.empty();
    }

    /** Whether the last bulletin lists the key of this kiosk among those that are worth nothing any more. */
    private boolean revoked() {
        var known = bulletin;
        var key = identity.key().verifyingKey();
        return known != null
                && known.bornes().stream()
                        .anyMatch(borne -> borne.revoquee() && borne.key().equals(key));
    }

    private Optional<String> etag() {
        return jdbc.sql("SELECT etag FROM bulletin")
                .query(String.class)
                .optional()
                .filter(tag -> !tag.isEmpty());
    }

    /** The bulletin is to be asked for. */
    record BulletinDue(Optional<String> etag) {}
}
