package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.sync.Ack;

/**
 * Empties sealed bytes that no backup of the hub can lack any more: those that its verified backup has covered for as
 * long as its backups are kept. Both clocks must say so: one that jumped ahead empties nothing.
 */
final class Ciphertexts {

    private static final Logger LOG = LoggerFactory.getLogger(Ciphertexts.class);

    private final JdbcClient jdbc;
    private final Duration kept;
    private final Clock clock;

    Ciphertexts(JdbcClient jdbc, Duration kept, Clock clock) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.clock = clock;
    }

    /** Writes down how far the hub's backup covers a chain, and empties what it has covered long enough. */
    void covered(Ack ack) {
        jdbc.sql("DELETE FROM saved WHERE chain = ? AND seq > ?")
                .params(ack.chain().hex(), ack.savedSeq())
                .update();
        if (ack.savedSeq() == 0) {
            return;
        }
        jdbc.sql("INSERT INTO saved (chain, seq, hub_at, kiosk_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(ack.chain().hex(), ack.savedSeq(), ack.hubTime().toEpochMilli(), clock.millis())
                .update();
        jdbc.sql("SELECT seq FROM saved WHERE chain = ? AND hub_at <= ? AND kiosk_at <= ? ORDER BY seq DESC LIMIT 1")
                .params(
                        ack.chain().hex(),
                        ack.hubTime().toEpochMilli() - kept.toMillis(),
                        clock.millis() - kept.toMillis())
                .query(Long.class)
                .optional()
                .ifPresent(seq -> empty(ack.chain().hex(), seq));
    }

    private void empty(String chain, long upTo) {
        long from = jdbc.sql("SELECT emptied_seq FROM chain WHERE chain = ?")
                .param(chain)
                .query(Long.class)
                .single();
        if (from >= upTo) {
            return;
        }
        int emptied = jdbc.sql("""
                UPDATE envelope SET content = NULL WHERE chain = ? AND seq > ? AND seq <= ? AND content IS NOT NULL
                AND EXISTS (SELECT 1 FROM inscription i WHERE i.chain = envelope.chain AND i.seq = envelope.seq
                            AND i.delivery IN ('DELIVERED', 'REFUSED'))""").params(chain, from, upTo).update();
        // The same sealed bytes may stand at the end of a chain that this one continues.
        jdbc.sql("""
                UPDATE envelope SET content = NULL WHERE (chain, id) IN (
                    SELECT before.chain, e.id FROM envelope e JOIN chain c ON c.chain = e.chain
                    JOIN chain before ON before.rank < c.rank WHERE e.chain = ? AND e.seq > ? AND e.seq <= ?)""").params(chain, from, upTo).update();
        jdbc.sql("UPDATE chain SET emptied_seq = ? WHERE chain = ?")
                .params(upTo, chain)
                .update();
        jdbc.sql("DELETE FROM saved WHERE chain = ? AND seq < ?")
                .params(chain, upTo)
                .update();
        LOG.info("{} envelopes of chain {} emptied up to {}", emptied, chain, upTo);
    }
}
