package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.HubLives.Standing;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.StatusPage;
import fr.roubaix.cln.sync.Use;

/** Brings in the pages of statuses that the hub signs, one after the other, and never backwards. */
class StatusPages {

    private static final Logger LOG = LoggerFactory.getLogger(StatusPages.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate read;
    private final KioskIdentity identity;
    private final HubLives lives;
    private final Clock clock;
    private final Duration heartbeat;

    StatusPages(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Clock clock,
            Duration heartbeat) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.identity = identity;
        this.lives = new HubLives(jdbc);
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** The page to ask for now; {@code null} when none is due. */
    @Nullable
    PageDue pageDue() {
        return read.execute(_ -> {
            var link = Link.read(jdbc);
            boolean due = identity.enrolled().isPresent()
                    && link.connected()
                    && link.statutsOlderThan(heartbeat, clock.millis());
            return due ? new PageDue(position(link).upTo()) : null;
        });
    }

    /** Keeps what the hub answered, if it is worth keeping; asks again at once only for a page that leads further. */
    void record(Optional<Signed> fetched) {
        jdbc.sql("UPDATE link SET statuts_checked_at = ?").param(clock.millis()).update();
        boolean more = fetched.map(this::take)
                .filter(taken -> taken == Taken.MORE_TO_COME)
                .isPresent();
        if (more) {
            jdbc.sql("UPDATE link SET statuts_checked_at = 0").update();
        }
    }

    /** Keeps a page that the hub signed and that follows what is known. */
    Taken take(Signed signed) {
        var page = identity.enrolled()
                .filter(enrolled -> signed.verifiedBy(enrolled.keys().signing(), Use.STATUTS))
                .flatMap(_ -> StatusPage.decode(signed.content().toArray()));
        if (page.isEmpty()) {
            LOG.error("A page of statuses that the hub did not sign was refused");
            return Taken.NOT_SIGNED;
        }
        var taken = write.execute(_ -> keep(page.get()));
        return taken == null ? Taken.OLDER : taken;
    }

    private Taken keep(StatusPage page) {
        var link = Link.read(jdbc);
        var standing = lives.standing(page.epoch());
        // An ack tells when a life of the hub begins; a page of one that no ack has told of yet waits for it.
        if (standing != Standing.PRESENT) {
            return standing == Standing.OVER ? Taken.LIFE_OVER : Taken.OLDER;
        }
        var position = position(link);
        if (page.depuis() > position.upTo() || page.jusquA() < position.upTo()) {
            LOG.warn("A page of statuses to {} does not follow {}", page.jusquA(), position.upTo());
            return Taken.OLDER;
        }
        if (position.epoch().isEmpty()) {
            jdbc.sql("DELETE FROM statut").update();
        }
        page.statuts().forEach(this::keep);
        jdbc.sql("UPDATE link SET statuts_epoch = ?, statuts_up_to = ?, statuts_at = max(statuts_at, ?)")
                .params(page.epoch().hex(), page.jusquA(), page.at().toEpochMilli())
                .update();
        return page.derniere() || page.jusquA() == page.depuis() ? Taken.ALL : Taken.MORE_TO_COME;
    }

    private void keep(StatusPage.Ligne ligne) {
        jdbc.sql(
                        "INSERT INTO statut (code, statut) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET statut = excluded.statut")
                .params(ligne.code().texte(), ligne.statut().mot())
                .update();
    }

    /** Where the hub's count stands here; at its beginning when the hub begins another life. */
    private Position position(Link link) {
        var stored = jdbc.sql("SELECT statuts_epoch, statuts_up_to FROM link")
                .query((row, _) -> new Position(
                        Optional.ofNullable(row.getString("statuts_epoch")).map(HubEpoch::new),
                        row.getLong("statuts_up_to")))
                .single();
        return stored.epoch().equals(link.hubEpoch()) ? stored : new Position(Optional.empty(), 0);
    }

    private record Position(Optional<HubEpoch> epoch, long upTo) {}

    /** A page is to be asked for. */
    record PageDue(long depuis) {}

    /** What became of a page. */
    enum Taken {
        /** Kept, and nothing more is known to the hub. */
        ALL,
        /** The next page can be asked for at once. */
        MORE_TO_COME,
        OLDER,
        LIFE_OVER,
        NOT_SIGNED
    }
}
