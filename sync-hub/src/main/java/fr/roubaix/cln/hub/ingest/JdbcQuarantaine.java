package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;

@Repository
class JdbcQuarantaine implements Quarantaine {

    private final JdbcClient jdbc;

    JdbcQuarantaine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A kiosk that was restored appends the same payload again in a new chain: one fact, perhaps several rows. */
    @Override
    @Transactional(readOnly = true)
    public List<MiseDeCote> enAttente() {
        return jdbc.sql("""
                SELECT q.id, q.payload_hash, min(q.kiosk) AS kiosk, min(q.reason) AS reason,
                       min(q.received_at) AS received_at
                FROM quarantine q
                WHERE q.kind = ?
                  AND NOT EXISTS (SELECT 1 FROM fact f WHERE f.id = q.id AND f.payload_hash = q.payload_hash)
                  AND NOT EXISTS (SELECT 1 FROM quarantine s WHERE s.id = q.id AND s.payload_hash = q.payload_hash
                                                               AND s.settled_at IS NOT NULL)
                GROUP BY q.id, q.payload_hash ORDER BY min(q.received_at), q.id""")
                .param(Kind.CANDIDATURE.name())
                .query((row, _) -> new MiseDeCote(
                        new EnvelopeId(UUID.fromString(row.getString("id"))),
                        new Hash(row.getString("payload_hash")),
                        new KioskId(row.getInt("kiosk")),
                        Reason.valueOf(row.getString("reason")),
                        Instant.ofEpochMilli(row.getLong("received_at"))))
                .list();
    }
}
