package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.kiosk.sync.Delivery.Failed;
import fr.roubaix.cln.kiosk.sync.Delivery.Sent;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;

/** What of the journal is still to be sent, and when. The table is the truth; the flow only routes. */
class Outbox implements Envois {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Room left in a request for the state and the punctuation. */
    private static final int ROOM_FOR_STATE = 8 * 1024;

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final TransactionTemplate read;
    private final KioskState state;
    private final Backoff backoff;
    private final Clock clock;
    private final Duration heartbeat;

    Outbox(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskState state,
            Backoff backoff,
            Clock clock,
            Duration heartbeat) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.read = new TransactionTemplate(transactions);
        this.read.setReadOnly(true);
        this.state = state;
        this.backoff = backoff;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** The next envelopes in order; an empty batch when only a heartbeat is due; {@code null} when nothing is due. */
    @Nullable
    Batch nextDueBatch() {
        return read.execute(_ -> {
            var link = Link.read(jdbc);
            var chain = currentChain();
            if (chain == null || !link.attemptDue(clock.millis())) {
                return null;
            }
            var envelopes = pending(chain, link.batchLimit());
            boolean silent = envelopes.isEmpty() && !link.contactOlderThan(heartbeat, clock.millis());
            return silent ? null : new Batch(chain, envelopes, state.etat());
        });
    }

    @Override
    public void maintenant() {
        jdbc.sql("UPDATE link SET next_attempt_at = 0").update();
    }

    /** Writes down what became of a batch. Nothing is marked but what a verified ack covers. */
    void record(Delivery delivery) {
        write.executeWithoutResult(_ -> {
            switch (delivery) {
                case Sent(var batch, var ack) -> recordSent(batch, ack);
                case Failed(var batch, var fault) -> recordFailed(batch, fault);
            }
        });
    }

    private void recordSent(Batch batch, Ack ack) {
        if (!agrees(ack)) {
            LOG.error("The hub holds another chain {} than this journal: restored or cloned kiosk?", ack.chain());
            recordFailed(batch, Fault.CONFLICT);
            return;
        }
        ack.answers().forEach(answer -> mark(ack, answer));
        rewind(ack);
        Link.contact(jdbc, clock.millis(), ack);
        if (ack.answers().stream().anyMatch(answer -> !settled(answer.outcome()))) {
            // Going on at once would repeat the same answer for ever.
            LOG.warn(
                    "The hub left part of a batch aside: {}",
                    ack.answers().getLast().outcome());
            postpone();
        }
    }

    private void mark(Ack ack, Ack.Answer answer) {
        String delivered = switch (answer.outcome()) {
            case Outcome.Accepted _ -> "DELIVERED";
            case Outcome.Duplicate(var first) -> first instanceof Outcome.Refused ? "REFUSED" : "DELIVERED";
            case Outcome.Refused _ -> "REFUSED";
            case Outcome.Gap _, Outcome.Conflict _, Outcome.Forged _ -> "PENDING";
        };
        jdbc.sql("""
                UPDATE inscription SET delivery = ? WHERE chain = ? AND seq <= ?
                AND seq = (SELECT seq FROM envelope e WHERE e.chain = ? AND e.hash = ?)""")
                .params(
                        delivered,
                        ack.chain().hex(),
                        ack.contiguousSeq(),
                        ack.chain().hex(),
                        answer.envelope().hex())
                .update();
    }

    /** What the hub no longer holds is to be sent again, whatever it once answered. */
    private void rewind(Ack ack) {
        jdbc.sql("UPDATE inscription SET delivery = 'PENDING' WHERE chain = ? AND seq > ? AND delivery <> 'PENDING'")
                .params(ack.chain().hex(), ack.contiguousSeq())
                .update();
        jdbc.sql("UPDATE chain SET acked_seq = ?, saved_seq = ? WHERE chain = ?")
                .params(ack.contiguousSeq(), ack.savedSeq(), ack.chain().hex())
                .update();
    }

    private void recordFailed(Batch batch, Fault fault) {
        LOG.info("{} envelopes not sent: {}", batch.envelopes().size(), fault);
        if (fault == Fault.TOO_LARGE) {
            jdbc.sql("UPDATE link SET batch_limit = ?")
                    .param(Math.max(1, batch.envelopes().size() / 2))
                    .update();
        }
        jdbc.sql("UPDATE link SET fault = ?").param(fault.name()).update();
        postpone();
    }

    private void postpone() {
        long failures = Link.read(jdbc).attempts() + 1;
        jdbc.sql("UPDATE link SET attempts = ?, next_attempt_at = ?")
                .params(failures, clock.millis() + backoff.after(failures).toMillis())
                .update();
    }

    private List<Signed> pending(ChainId chain, int limit) {
        var found = jdbc.sql("""
                SELECT e.content, e.signature FROM envelope e
                JOIN inscription i ON i.chain = e.chain AND i.seq = e.seq
                WHERE i.chain = ? AND i.delivery = 'PENDING' ORDER BY e.seq LIMIT ?""")
                .params(chain.hex(), limit)
                .query((row, _) -> new Signed(Bytes.of(row.getBytes("content")), Bytes.of(row.getBytes("signature"))))
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

    /** Whether this journal has the very envelope that the hub says it holds last. */
    private boolean agrees(Ack ack) {
        if (ack.contiguousSeq() == 0) {
            return true;
        }
        return jdbc.sql("SELECT hash FROM envelope WHERE chain = ? AND seq = ?")
                .params(ack.chain().hex(), ack.contiguousSeq())
                .query(String.class)
                .optional()
                .filter(ack.chainHash().hex()::equals)
                .isPresent();
    }

    private @Nullable ChainId currentChain() {
        return jdbc.sql("SELECT chain FROM chain ORDER BY rank DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(ChainId::new)
                .orElse(null);
    }

    private static boolean settled(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _, Outcome.Duplicate _, Outcome.Refused _ -> true;
            case Outcome.Gap _, Outcome.Conflict _, Outcome.Forged _ -> false;
        };
    }
}
