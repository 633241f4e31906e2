package fr.roubaix.cln.kiosk.sync;

import java.util.Optional;
import java.util.OptionalInt;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * Tells whether this journal is still what this kiosk wrote. Verifying a long queue takes seconds, which nobody who
 * deposits may wait for: {@link #examine} reads without the writing connection, and {@link #damaged} then looks, in the
 * transaction that acts on it, only at what was appended meanwhile. What was examined stays as it is: a journal is
 * append-only, and only what the hub holds is ever emptied.
 */
class JournalAudit {

    /** Few enough to be verified while others wait. */
    static final int MEANWHILE = Chains.SLICE;

    private final JdbcClient jdbc;
    private final KioskIdentity identity;

    JournalAudit(JdbcClient jdbc, KioskIdentity identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /**
     * Counts the envelopes of a chain after this number that are not signed by this kiosk, altered, or out of their place.
     * To be called outside any transaction.
     */
    Examined examine(Enrolled enrolled, ChainId chain, long seq) {
        return further(enrolled, new Examined(chain, seq, 0), Integer.MAX_VALUE);
    }

    /**
     * The same count with what was appended since, in the caller's transaction.
     *
     * @return empty when that is too much to verify while others wait: the chain is to be examined again
     */
    OptionalInt damaged(Enrolled enrolled, Examined examined) {
        var now = further(enrolled, examined, MEANWHILE);
        return now.upTo() - examined.upTo() < MEANWHILE ? OptionalInt.of(now.damaged()) : OptionalInt.empty();
    }

    private Examined further(Enrolled enrolled, Examined examined, int limit) {
        var key = identity.key().orElseThrow();
        var chain = examined.chain();
        long seq = examined.upTo();
        var expected = new Expected(enrolled.kiosk().numero(), chain, key, hashAt(chain, seq), seq + 1);
        try (var rows = jdbc
                .sql("""
                SELECT seq, hash, content, signature FROM envelope
                WHERE chain = ? AND seq > ? AND content IS NOT NULL ORDER BY seq LIMIT ?""")
                .params(chain.hex(), seq, limit)
                .query((row, _) -> new Row(row.getLong("seq"), row.getString("hash"), Chains.signed(row)))
                .stream()) {
            return rows.reduce(
                    examined,
                    (before, row) -> new Examined(chain, row.seq(), before.damaged() + (expected.next(row) ? 0 : 1)),
                    (_, last) -> last);
        }
    }

    boolean genuine(Signed signed, VerifyingKey key) {
        return signed.verifiedBy(key, Use.ENVELOPE);
    }

    private Optional<Hash> hashAt(ChainId chain, long seq) {
        return seq == 0
                ? Optional.of(Hash.ZERO)
                : jdbc.sql("SELECT hash FROM envelope WHERE chain = ? AND seq = ?")
                        .params(chain.hex(), seq)
                        .query(String.class)
                        .optional()
                        .map(Hash::new);
    }

    /**
     * What is known of a chain.
     *
     * @param upTo the last envelope that was looked at
     * @param damaged how many were not as this kiosk wrote them
     */
    record Examined(ChainId chain, long upTo, int damaged) {}

    private record Row(long seq, String hash, Signed signed) {}

    /** What the next envelope must be. */
    private final class Expected {
        private final int kiosk;
        private final ChainId chain;
        private final VerifyingKey key;
        private Optional<Hash> previous;
        private long seq;

        Expected(int kiosk, ChainId chain, VerifyingKey key, Optional<Hash> previous, long seq) {
            this.kiosk = kiosk;
            this.chain = chain;
            this.key = key;
            this.previous = previous;
            this.seq = seq;
        }

        boolean next(Row row) {
            boolean sound = row.signed().hash().hex().equals(row.hash())
                    && genuine(row.signed(), key)
                    && Envelope.decode(row.signed().content().toArray())
                            .filter(this::inPlace)
                            .isPresent();
            previous = Optional.of(new Hash(row.hash()));
            seq++;
            return sound;
        }

        private boolean inPlace(Envelope envelope) {
            return envelope.kiosk().numero() == kiosk
                    && envelope.chain().equals(chain)
                    && envelope.seq() == seq
                    && Optional.of(envelope.prev()).equals(previous);
        }
    }
}
