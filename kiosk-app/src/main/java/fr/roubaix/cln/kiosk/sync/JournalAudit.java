package fr.roubaix.cln.kiosk.sync;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/** Tells whether this journal is still what this kiosk wrote. */
final class JournalAudit {

    private final JdbcClient jdbc;
    private final KioskIdentity identity;

    JournalAudit(JdbcClient jdbc, KioskIdentity identity) {
        this.jdbc = jdbc;
        this.identity = identity;
    }

    /** How many envelopes of a chain after this number are not signed by this kiosk, altered, or out of their place. */
    int damagedAfter(Enrolled enrolled, ChainId chain, long seq) {
        var key = identity.key().orElseThrow();
        var expected = new Expected(enrolled.kiosk().numero(), chain, key, hashAt(chain, seq), seq + 1);
        try (var rows = jdbc
                .sql("""
                SELECT hash, content, signature FROM envelope
                WHERE chain = ? AND seq > ? AND content IS NOT NULL ORDER BY seq""")
                .params(chain.hex(), seq)
                .query((row, _) -> new Row(row.getString("hash"), Chains.signed(row)))
                .stream()) {
            return rows.mapToInt(row -> expected.next(row) ? 0 : 1).sum();
        }
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

    private record Row(String hash, Signed signed) {}

    /** What the next envelope must be. */
    private static final class Expected {
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
                    && row.signed().verifiedBy(key, Use.ENVELOPE)
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
