package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.Delivery.Busy;
import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Sent;
import fr.roubaix.cln.kiosk.sync.Delivery.TooSlow;
import fr.roubaix.cln.kiosk.sync.Delivery.Unread;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.JournalAudit.Examined;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.HubEpoch;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Signed;

/** What of the journal is still to be sent, and when. The table is the truth; the flow only routes. */
class Outbox implements Envois {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Room left in a request for the state and the punctuation. */
    private static final int ROOM_FOR_STATE = 8 * 1024;

    /** A failure that a person must look at is told in the journal once it has come this often in a row. */
    private static final int WORTH_TELLING = 3;

    private static final Duration UNWRITABLE_PAUSE = Duration.ofSeconds(20);

    /** In the order of the index, so that a long queue costs no sort. */
    static final String PENDING = """
            SELECT e.content, e.signature FROM envelope e
            JOIN inscription i ON i.chain = e.chain AND i.seq = e.seq
            WHERE i.chain = ? AND i.delivery = 'PENDING' ORDER BY i.seq LIMIT ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate read;
    private final KioskIdentity identity;
    private final Chains chains;
    private final Continuation continuation;
    private final Acks acks;
    private final KioskState state;
    private final Backoff backoff;
    private final Clock clock;
    private final Duration heartbeat;
    private volatile Instant unwritableSince = Instant.EPOCH;

    Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Chains chains,
            Continuation continuation,
            Acks acks,
            KioskState state,
            Backoff backoff,
            Clock clock,
            Duration heartbeat) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.identity = identity;
        this.chains = chains;
        this.continuation = continuation;
        this.acks = acks;
        this.state = state;
        this.backoff = backoff;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** The next envelopes in order; an empty batch when only a heartbeat is due; {@code null} when nothing is due. */
    @Nullable
    Batch nextDueBatch() {
        var enrolled = identity.enrolled();
        if (enrolled.isEmpty() || !writable()) {
            return null;
        }
        if (attemptDue() && !goOn()) {
            return null;
        }
        var due = read.execute(_ -> due(enrolled.get()));
        return due == null ? null : new Batch(due.chain(), due.envelopes(), state.etat());
    }

    private boolean attemptDue() {
        return Objects.requireNonNull(read.execute(_ -> Link.read(jdbc).attemptDue(clock.millis())));
    }

    /** A chain that takes over others does so between two batches. */
    private boolean goOn() {
        try {
            continuation.step();
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A chain cannot be continued: {}", e.getMessage());
            unwritableSince = clock.instant();
            return false;
        }
    }

    private @Nullable Due due(Enrolled enrolled) {
        var link = Link.read(jdbc);
        // A chain that an enrolment asked for comes first: the key in use did not sign those before.
        if (!link.attemptDue(clock.millis()) || Link.askedChain(jdbc).isPresent()) {
            return null;
        }
        var unsettled = unsettled(enrolled, link);
        if (unsettled.isPresent()) {
            return new Due(unsettled.get(), pending(unsettled.get(), link.batchLimit()));
        }
        return chains.current(enrolled)
                .filter(_ -> link.contactOlderThan(heartbeat, clock.millis()))
                .map(chain -> new Due(chain, List.of()))
                .orElse(null);
    }

    /** The first chain of which something is to be sent, or which the hub has not spoken of in its present life. */
    private Optional<ChainId> unsettled(Enrolled enrolled, Link link) {
        return jdbc.sql("""
                SELECT chain FROM chain c WHERE kiosk = ? AND (
                    EXISTS (SELECT 1 FROM inscription i WHERE i.chain = c.chain AND i.delivery = 'PENDING')
                    OR (acked_seq > 0 AND hub_epoch IS NOT ?))
                AND (c.rank = (SELECT max(rank) FROM chain WHERE kiosk = c.kiosk)
                    OR NOT (SELECT reappending FROM link))
                ORDER BY rank LIMIT 1""")
                .param(enrolled.kiosk().numero())
                .param(link.hubEpoch().map(HubEpoch::hex).orElse(null))
                .query(String.class)
                .optional()
                .map(ChainId::new);
    }

    @Override
    public void maintenant() {
        Link.hurry(jdbc);
    }

    /** Writes down what became of a batch. Nothing is marked but what a verified ack covers. */
    void record(Delivery delivery) {
        try {
            var examined = examined(delivery);
            write.executeWithoutResult(_ -> {
                switch (delivery) {
                    case Sent(var batch, var ack) -> recordSent(batch, ack, examined);
                    case Failed(var batch, var fault) -> recordFailed(batch, fault);
                    case TooSlow(var batch) -> recordTooSlow(batch);
                    case Busy(var batch, var rest) -> recordBusy(batch, rest);
                    case Unread(var batch) -> recordUnread(batch);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            // A full disk: sending the same again at once would only fill the log too.
            LOG.error("What became of a batch could not be written: {}", e.getMessage());
            unwritableSince = clock.instant();
        }
    }

    /** What must be known of the journal to write this down: read first, so that a resident waits for writing alone. */
    private @Nullable Examined examined(Delivery delivery) {
        var enrolled = identity.enrolled();
        if (enrolled.isEmpty()) {
            return null;
        }
        return switch (delivery) {
            case Sent(var batch, var ack) ->
                asked(batch) ? acks.examine(enrolled.get(), batch.chain()) : acks.examine(enrolled.get(), ack);
            case Failed _, TooSlow _, Busy _, Unread _ -> null;
        };
    }

    private boolean writable() {
        return Duration.between(unwritableSince, clock.instant()).abs().compareTo(UNWRITABLE_PAUSE) >= 0;
    }

    private void recordSent(Batch batch, Ack ack, @Nullable Examined examined) {
        boolean asked = asked(batch);
        if (asked) {
            Link.limit(jdbc, 1);
        }
        var fault = identity.enrolled()
                .flatMap(enrolled -> acks.answered(enrolled, ack, examined)
                        .or(() -> asked ? unreadable(enrolled, examined) : Optional.empty()));
        if (fault.isPresent()) {
            LOG.warn("A batch of {} is not settled: {}", batch.envelopes().size(), fault.get());
            postpone(fault.get());
        } else {
            Link.settled(jdbc);
        }
    }

    private void recordFailed(Batch batch, Fault fault) {
        LOG.info("{} envelopes not sent: {}", batch.envelopes().size(), fault);
        if (fault == Fault.TOO_LARGE && halved(batch)) {
            return;
        }
        if (fault == Fault.UNTRUSTED_ANSWER) {
            Link.wantBulletin(jdbc);
        }
        postpone(fault);
    }

    /** Whether half as many may pass: then it is not a failure yet, and nothing need wait for that. */
    private boolean halved(Batch batch) {
        int size = batch.envelopes().size();
        if (size > 1) {
            Link.limit(jdbc, size / 2);
        }
        return size > 1;
    }

    /** Too many for a slow line, or a hub that hangs: fewer the next time, and not at once. */
    private void recordTooSlow(Batch batch) {
        LOG.info("{} envelopes not answered in time", batch.envelopes().size());
        halved(batch);
        postpone(Fault.UNREACHABLE);
    }

    /** Not at once when it said so: kiosks that were sent away together do not come back together. */
    private void recordBusy(Batch batch, Duration rest) {
        LOG.info(
                "{} envelopes wait: the hub asks for {} of rest",
                batch.envelopes().size(),
                rest);
        long failures = Link.read(jdbc).attempts() + 1;
        Link.failed(
                jdbc,
                Fault.BUSY,
                failures,
                clock.millis() + backoff.longerThan(rest).toMillis());
    }

    /**
     * Down to the one envelope that the hub cannot read, then to none: before anything is decided the hub says how far it
     * holds the chain, since the ack that said so may be lost.
     */
    private void recordUnread(Batch batch) {
        LOG.warn("The hub cannot read a batch of {}", batch.envelopes().size());
        if (batch.envelopes().size() == 1) {
            Link.limit(jdbc, 0);
        } else if (!halved(batch)) {
            postpone(Fault.REJECTED);
        }
    }

    /** Whether this batch asks how far the hub holds a chain of which it could not read the next envelope. */
    private boolean asked(Batch batch) {
        return batch.envelopes().isEmpty() && Link.read(jdbc).batchLimit() == 0;
    }

    /** Damaged here, or else the hub is at fault; neither once nothing waits any more. */
    private Optional<Fault> unreadable(Enrolled enrolled, @Nullable Examined examined) {
        return Optional.ofNullable(examined)
                .map(found -> acks.unread(enrolled, found).orElse(Fault.REJECTED));
    }

    private void postpone(Fault fault) {
        long failures = Link.read(jdbc).attempts() + 1;
        var delay = fault == Fault.UNAUTHORIZED ? backoff.slow() : backoff.after(failures);
        Link.failed(jdbc, fault, failures, clock.millis() + delay.toMillis());
        if (fault == Fault.UNTRUSTED_ANSWER && failures == WORTH_TELLING) {
            identity.enrolled()
                    .ifPresent(enrolled -> acks.note(enrolled, Nature.REPONSE_FALSIFIEE, "essais=" + failures));
        }
    }

    private List<Signed> pending(ChainId chain, int limit) {
        var found = jdbc.sql(PENDING)
                .params(chain.hex(), limit)
                .query((row, _) -> Chains.signed(row))
                .list();
        return fitting(found);
    }

    private static List<Signed> fitting(List<Signed> envelopes) {
        var taken = new ArrayList<Signed>();
        int room = Batch.MAX_BYTES - ROOM_FOR_STATE;
        for (Signed envelope : envelopes) {
            room -= envelope.text().length() + 3;
            if (room < 0) {
                break;
            }
            taken.add(envelope);
        }
        return taken;
    }

    private record Due(ChainId chain, List<Signed> envelopes) {}
}
