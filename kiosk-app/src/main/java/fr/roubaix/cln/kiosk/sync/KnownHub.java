package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.HubClient.Fetched;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.HubKeys.Trusted;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.VerifyingKey;

/** What this kiosk knows of the hub, kept across restarts. */
class KnownHub implements Hub {

    private static final Logger LOG = LoggerFactory.getLogger(KnownHub.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate read;
    private final KioskIdentity identity;
    private final KioskState state;
    private final Journal journal;
    private final JdbcClotures clotures;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;
    private final Duration heartbeat;
    private volatile @Nullable Bulletin bulletin;

    KnownHub(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            KioskState state,
            Journal journal,
            Supplier<EnvelopeId> ids,
            Clock clock,
            Duration heartbeat) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.identity = identity;
        this.state = state;
        this.journal = journal;
        this.clotures = new JdbcClotures(jdbc);
        this.ids = ids;
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
        return Objects.requireNonNull(read.execute(_ -> Link.read(jdbc).liaison(state.queue(), fault())));
    }

    @Override
    public Optional<Borne> borne() {
        return identity.enrolled()
                .map(enrolled -> new Borne(enrolled.kiosk(), enrolled.mairie(), enrolled.receiptKey()));
    }

    @Override
    public Optional<VerifyingKey> signingKey() {
        return identity.enrolled().map(enrolled -> enrolled.keys().signing());
    }

    /** A reason to ask the hub for its bulletin now; {@code null} when there is none. */
    @Nullable
    BulletinDue bulletinDue() {
        return read.execute(_ -> {
            var link = Link.read(jdbc);
            boolean due = identity.enrolled().isPresent()
                    && (link.bulletinWanted()
                            || (link.connected() && link.bulletinOlderThan(heartbeat, clock.millis())));
            return due ? new BulletinDue(etag()) : null;
        });
    }

    /** Keeps what the hub answered, if it is worth keeping. */
    void record(Optional<Fetched> fetched) {
        jdbc.sql("UPDATE link SET bulletin_checked_at = ?, bulletin_wanted = 0")
                .param(clock.millis())
                .update();
        fetched.ifPresent(found -> take(found.signed(), found.etag()));
        // Again and again: a full disk may have refused the declaration when the bulletin came.
        bulletin().ifPresent(this::reopen);
    }

    /** Keeps a bulletin that the hub signed, or one that took over from it, unless it is not newer than the one kept. */
    Taken take(Signed signed, String etag) {
        var trusted = identity.enrolled().flatMap(enrolled -> enrolled.keys().verify(signed));
        if (trusted.isEmpty()) {
            LOG.error("A bulletin that the hub did not sign was refused");
            return Taken.NOT_SIGNED;
        }
        var fresh = trusted.get().bulletin();
        var known = bulletin;
        if (known != null && fresh.serial() <= known.serial()) {
            if (fresh.serial() < known.serial()) {
                LOG.error("Bulletin {} is older than bulletin {}: refused", fresh.serial(), known.serial());
            }
            return fresh.equals(known) ? Taken.KNOWN : Taken.OLDER;
        }
        keep(signed, trusted.get(), etag);
        return Taken.NEWER;
    }

    private void keep(Signed signed, Trusted trusted, String etag) {
        boolean successor = !identity.enrolled().orElseThrow().keys().equals(trusted.keys());
        write.executeWithoutResult(_ -> {
            jdbc.sql("""
                    INSERT INTO bulletin (single, serial, signed, etag, received_at) VALUES (1, ?, ?, ?, ?)
                    ON CONFLICT (single) DO UPDATE SET serial = excluded.serial, signed = excluded.signed,
                    etag = excluded.etag, received_at = excluded.received_at""")
                    .params(trusted.bulletin().serial(), signed.text(), etag, clock.millis())
                    .update();
            if (successor) {
                identity.follow(trusted.keys());
                Link.hurry(jdbc);
            }
        });
        if (successor) {
            identity.reload();
            LOG.warn(
                    "The hub changed its keys; bulletin {} proves it",
                    trusted.bulletin().serial());
        }
        bulletin = trusted.bulletin();
        reopen(trusted.bulletin());
    }

    /** A call closed here that the hub shows open again receives again, and the hub is told. */
    private void reopen(Bulletin fresh) {
        var closedHere = clotures.appels();
        fresh.appels().stream()
                .filter(publie -> !publie.clos())
                .map(publie -> publie.appel().id())
                .filter(closedHere::contains)
                .forEach(appel -> journal.note(ids.get(), new ReouvertureDeclaree(appel)));
    }

    /** After an enrolment: a bulletin of a hub that is not this kiosk's any more is worth nothing. */
    void enrolled() {
        bulletin = identity.enrolled().flatMap(this::stored).orElse(null);
        if (bulletin == null) {
            jdbc.sql("DELETE FROM bulletin").update();
        }
    }

    private Optional<Bulletin> stored(Enrolled enrolled) {
        return jdbc.sql("SELECT signed FROM bulletin")
                .query(String.class)
                .optional()
                .flatMap(Signed::parse)
                .flatMap(signed -> enrolled.keys().verify(signed))
                .map(Trusted::bulletin);
    }

    /** What is known of this kiosk's own key, and outweighs what the last exchange showed. */
    private @Nullable Fault fault() {
        var known = bulletin;
        boolean revoked = known != null
                && identity.key()
                        .filter(key -> known.bornes().stream()
                                .anyMatch(
                                        borne -> borne.revoquee() && borne.key().equals(key)))
                        .isPresent();
        return revoked ? Fault.REVOKED : null;
    }

    /** What came on a stick has no tag; its serial tells a hub that was restored how far this kiosk has read. */
    private Optional<String> etag() {
        return jdbc.sql("SELECT serial, etag FROM bulletin")
                .query((row, _) ->
                        row.getString("etag").isEmpty() ? "\"" + row.getLong("serial") + "\"" : row.getString("etag"))
                .optional();
    }

    /** The bulletin is to be asked for. */
    record BulletinDue(Optional<String> etag) {}

    /** What became of a bulletin. */
    enum Taken {
        NEWER,
        KNOWN,
        OLDER,
        NOT_SIGNED
    }
}
