package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import fr.roubaix.cln.hub.ingest.Arrival.Genuine;
import fr.roubaix.cln.hub.ingest.Entries.Entry;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Outcome;

/** The chains as the hub holds them: heads, positions taken, facts handed on, and what was set aside for staff. */
@Repository
class Chains {

    /** The columns of one envelope. */
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;

    Chains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Held held(KioskId kiosk, ChainId chain) {
        return jdbc.sql("SELECT seq, hash, saved_seq FROM kiosk_chain WHERE kiosk = ? AND chain = ?")
                .params(kiosk.numero(), chain.hex())
                .query((row, _) -> new Held(
                        new ChainHead(chain, row.getLong("seq"), new Hash(row.getString("hash"))),
                        row.getLong("saved_seq")))
                .optional()
                .orElseGet(() -> new Held(ChainHead.empty(chain), 0));
    }

    /** Moves a head from where the caller saw it; false, and nothing moved, when it is no longer there. */
    boolean advance(KioskId kiosk, ChainHead from, ChainHead to) {
        if (to.equals(from)) {
            return true;
        }
        if (from.seq() == 0) {
            jdbc.sql("INSERT INTO kiosk_chain (kiosk, chain, seq, hash) VALUES (?, ?, 0, ?) ON CONFLICT DO NOTHING")
                    .params(kiosk.numero(), from.chain().hex(), from.hash().hex())
                    .update();
        }
        return jdbc.sql(
                                "UPDATE kiosk_chain SET seq = ?, hash = ? WHERE kiosk = ? AND chain = ? AND seq = ? AND hash = ?")
                        .params(
                                to.seq(),
                                to.hash().hex(),
                                kiosk.numero(),
                                from.chain().hex(),
                                from.seq(),
                                from.hash().hex())
                        .update()
                == 1;
    }

    /** What was answered first at a position, if these bytes are the ones that took it. */
    Optional<Outcome> firstAnswer(Genuine arrival) {
        var envelope = arrival.envelope();
        return jdbc.sql("SELECT outcome FROM envelope WHERE kiosk = ? AND chain = ? AND seq = ? AND hash = ?")
                .params(
                        envelope.kiosk().numero(),
                        envelope.chain().hex(),
                        envelope.seq(),
                        arrival.hash().hex())
                .query(String.class)
                .optional()
                .map(word -> word.equals("ACCEPTED") ? new Outcome.Accepted() : new Outcome.Refused());
    }

    /** Writes the positions that were taken, in one statement: a round trip each would cost more than the rows. */
    void store(List<Entry> entries, Instant at) {
        if (!entries.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO envelope (kiosk, chain, seq, id, kind, at, offset_millis, key_id, hash, prev, payload_hash,
                    outcome, received_at) VALUES\s""" + String.join(", ", Collections.nCopies(entries.size(), ROW)))
                    .params(entries.stream()
                            .flatMap(entry -> row(entry, at).stream())
                            .toList())
                    .update();
        }
    }

    private static List<Object> row(Entry entry, Instant at) {
        var envelope = entry.arrival().envelope();
        return List.of(
                envelope.kiosk().numero(),
                envelope.chain().hex(),
                envelope.seq(),
                envelope.id().toString(),
                envelope.kind().name(),
                envelope.at().toEpochMilli(),
                envelope.offset().toMillis(),
                envelope.keyId().hex(),
                entry.arrival().hash().hex(),
                envelope.prev().hex(),
                Hash.of(envelope.payload()).hex(),
                entry.accepted() ? "ACCEPTED" : "REFUSED",
                at.toEpochMilli());
    }

    /** Claims a fact: true for the first envelope that brings it. */
    boolean claim(Envelope envelope, Instant at) {
        return jdbc.sql("""
                INSERT INTO fact (id, payload_hash, kind, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                        .params(
                                envelope.id().toString(),
                                Hash.of(envelope.payload()).hex(),
                                envelope.kind().name(),
                                at.toEpochMilli())
                        .update()
                == 1;
    }

    /** Gives a claim back: the application was not taken after all. */
    void release(Envelope envelope) {
        jdbc.sql("DELETE FROM fact WHERE id = ? AND payload_hash = ?")
                .params(envelope.id().toString(), Hash.of(envelope.payload()).hex())
                .update();
    }

    /** Whether a fact already claimed came with this very payload. */
    boolean sameFact(Envelope envelope) {
        return jdbc.sql("SELECT count(*) FROM fact WHERE id = ? AND payload_hash = ?")
                        .params(
                                envelope.id().toString(),
                                Hash.of(envelope.payload()).hex())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Keeps the bytes for staff, once. */
    void setAside(Genuine arrival, Reason reason, Instant at) {
        var envelope = arrival.envelope();
        jdbc.sql("""
                INSERT INTO quarantine (kiosk, hash, chain, seq, id, kind, payload_hash, reason, content, signature,
                received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        envelope.kiosk().numero(),
                        arrival.hash().hex(),
                        envelope.chain().hex(),
                        envelope.seq(),
                        envelope.id().toString(),
                        envelope.kind().name(),
                        Hash.of(envelope.payload()).hex(),
                        reason.name(),
                        arrival.signed().content().toArray(),
                        arrival.signed().signature().toArray(),
                        at.toEpochMilli())
                .update();
    }

    /** How far a chain is held, and how far a verified backup covers it. */
    record Held(ChainHead head, long savedSeq) {}
}
