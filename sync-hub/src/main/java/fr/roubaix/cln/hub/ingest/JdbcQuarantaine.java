package fr.roubaix.cln.hub.ingest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.sync.Kind;

@Repository
class JdbcQuarantaine implements Quarantaine {

    private final JdbcClient jdbc;

    JdbcQuarantaine(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A kiosk that was restored appends the same payload again in a new chain: then the fact is here after all. */
    @Override
    public long candidaturesEnAttente() {
        return jdbc.sql("""
                SELECT count(DISTINCT q.id || q.payload_hash) FROM quarantine q WHERE q.kind = ? AND NOT EXISTS
                (SELECT 1 FROM fact f WHERE f.id = q.id AND f.payload_hash = q.payload_hash)""").param(Kind.CANDIDATURE.name()).query(Long.class).single();
    }
}
