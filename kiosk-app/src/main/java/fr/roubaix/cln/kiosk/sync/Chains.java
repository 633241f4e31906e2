package fr.roubaix.cln.kiosk.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** The chains of this kiosk: the one that receives, and those it continues. Every method joins the caller's transaction. */
final class Chains {

    private static final Logger LOG = LoggerFactory.getLogger(Chains.class);

    /** How many envelopes are appended again in one transaction: about a tenth of a second on a terminal. */
    static final int SLICE = 50;

    /** Rows are numbered as they are recorded: this order is theirs, whatever chains they went through. */
    static final String PENDING_ELSEWHERE = """
            SELECT i.id, e.hash, e.content, e.signature FROM inscription i INDEXED BY inscription_delivery
            JOIN chain c ON c.chain = i.chain
            JOIN envelope e ON e.chain = i.chain AND e.seq = i.seq
            WHERE i.delivery = 'PENDING' AND i.chain <> ? AND c.kiosk = ? ORDER BY i.rowid LIMIT ?""";

    private final JdbcClient jdbc;
    private final KioskIdentity identity;
    private final Clock clock;
    private final RandomGenerator random;

    Chains(JdbcClient jdbc, KioskIdentity identity, Clock clock, RandomGenerator random) {
        this.jdbc = jdbc;
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    /** The chain that receives; empty before the first. */
    Optional<ChainId> current(Enrolled enrolled) {
        return jdbc.sql("SELECT chain FROM chain WHERE kiosk = ? ORDER BY rank DESC LIMIT 1")
                .param(enrolled.kiosk().numero())
                .query(String.class)
                .optional()
                .map(ChainId::new);
    }

    /** Every chain of this kiosk, the one that receives first. */
    List<ChainId> all(Enrolled enrolled) {
        return jdbc
                .sql("SELECT chain FROM chain WHERE kiosk = ? ORDER BY rank DESC")
                .param(enrolled.kiosk().numero())
                .query(String.class)
                .list()
                .stream()
                .map(ChainId::new)
                .toList();
    }

    /** The last envelope of the chain that receives. */
    ChainHead head(Enrolled enrolled) {
        return current(enrolled).map(this::headOf).orElseGet(() -> open(enrolled, null, Cause.PREMIERE));
    }

    /** Appends a message to the chain that receives, and gives the wall clock it was given. */
    Instant append(Enrolled enrolled, EnvelopeId id, Message message, @Nullable ReceiptCode code) {
        Instant at = Instant.ofEpochMilli(clock.millis());
        add(enrolled, head(enrolled), id, message, code, at);
        return at;
    }

    /**
     * Begins a new chain that names the last envelope which the hub is known to hold. What no ack covers is appended to it
     * by {@link #reappendSlice}: same id, same sealed bytes, same kind and instant.
     */
    void continued(Enrolled enrolled, Cause cause) {
        var previous = lastKnown(enrolled).map(this::ackedHead).orElse(null);
        // An opening that the hub never took tells it nothing: the new one takes its place.
        jdbc.sql("DELETE FROM inscription WHERE kind = 'OUVERTURE' AND delivery = 'PENDING'")
                .update();
        var head = open(enrolled, previous, cause);
        reappend();
        LOG.warn("Chain {} begins ({})", head.chain(), cause);
    }

    /**
     * The last chain of which the hub is known to hold something: one that never reached it vouches for none before it. Not
     * beyond a restoration: what the terminal wrote after its backup is lost to the chains before, whatever follows.
     */
    private Optional<ChainId> lastKnown(Enrolled enrolled) {
        return jdbc.sql("""
                SELECT chain FROM chain WHERE kiosk = ?
                ORDER BY (acked_seq > 0 OR cause = 'RESTAURATION') DESC, rank DESC LIMIT 1""")
                .param(enrolled.kiosk().numero())
                .query(String.class)
                .optional()
                .map(ChainId::new);
    }

    /** How many chains in a row, up to the one that receives, began by a conflict without the hub holding any of them. */
    int conflictsInVain(Enrolled enrolled) {
        return jdbc.sql("""
                SELECT count(*) FROM chain WHERE kiosk = ?1 AND rank >
                  (SELECT coalesce(max(rank), 0) FROM chain WHERE kiosk = ?1 AND (acked_seq > 0 OR cause <> 'CONFLIT'))""")
                .param(enrolled.kiosk().numero())
                .query(Integer.class)
                .single();
    }

    /** The chain that receives is to take over what is pending in the others. */
    void reappend() {
        Link.reappend(jdbc);
    }

    /**
     * Appends again to the chain that receives the first of what is pending in the others, in the order in which it was
     * recorded, whichever chains it went through since: a closing stays behind the applications that it closes.
     */
    void reappendSlice(Enrolled enrolled) {
        var head = head(enrolled);
        var slice = pendingElsewhere(enrolled, head.chain());
        for (Kept kept : slice) {
            var sound = kept.sound();
            if (sound.isEmpty()) {
                setAside(kept);
            } else {
                head = again(enrolled, head, sound.get());
            }
        }
        if (slice.size() < SLICE) {
            Link.reappended(jdbc);
            LOG.info("Chain {} has taken over what was pending", head.chain());
        }
    }

    /** What is moved or set aside is no longer there the next time. */
    private List<Kept> pendingElsewhere(Enrolled enrolled, ChainId receiving) {
        return jdbc.sql(PENDING_ELSEWHERE)
                .params(receiving.hex(), enrolled.kiosk().numero(), SLICE)
                .query((row, _) -> new Kept(
                        row.getString("id"),
                        row.getString("hash"),
                        row.getBytes("content") == null ? null : signed(row)))
                .list();
    }

    private ChainHead again(Enrolled enrolled, ChainHead head, Envelope before) {
        var envelope = new Envelope(
                enrolled.kiosk(),
                head.chain(),
                head.seq() + 1,
                before.id(),
                before.kind(),
                before.at(),
                before.offset(),
                before.keyId(),
                head.hash(),
                before.payload());
        var signed = store(envelope);
        jdbc.sql("UPDATE inscription SET chain = ?, seq = ? WHERE id = ?")
                .params(head.chain().hex(), envelope.seq(), envelope.id().toString())
                .update();
        return new ChainHead(head.chain(), envelope.seq(), signed.hash());
    }

    /** What the hub is known to hold is not lost, were its answer lost and these bytes damaged since. */
    private void setAside(Kept kept) {
        LOG.error("Envelope {} is damaged or emptied here: it can no longer be sent", kept.id());
        jdbc.sql("""
                UPDATE inscription SET delivery = CASE
                    WHEN seq <= (SELECT acked_seq FROM chain c WHERE c.chain = inscription.chain) THEN 'DELIVERED'
                    ELSE 'UNSENDABLE' END
                WHERE id = ?""").param(kept.id()).update();
    }

    private ChainHead open(Enrolled enrolled, @Nullable ChainHead previous, Cause cause) {
        var chain = ChainId.mint(random);
        jdbc.sql("""
                INSERT INTO chain (chain, rank, opened_at, cause, kiosk, hub_epoch)
                SELECT ?, (SELECT coalesce(max(rank), 0) + 1 FROM chain), ?, ?, ?, hub_epoch FROM link""")
                .params(
                        chain.hex(),
                        clock.millis(),
                        cause.name(),
                        enrolled.kiosk().numero())
                .update();
        return add(
                enrolled,
                ChainHead.empty(chain),
                EnvelopeId.mint(clock, random),
                new ChaineOuverte(previous, cause),
                null,
                Instant.ofEpochMilli(clock.millis()));
    }

    private ChainHead add(
            Enrolled enrolled, ChainHead head, EnvelopeId id, Message message, @Nullable ReceiptCode code, Instant at) {
        var sealing = enrolled.keys().sealing();
        Bytes payload = sealing.seal(new SealContext(enrolled.kiosk(), id, message.kind()), message.encode());
        var envelope = new Envelope(
                enrolled.kiosk(),
                head.chain(),
                head.seq() + 1,
                id,
                message.kind(),
                at,
                offset(),
                sealing.id(),
                head.hash(),
                payload);
        var signed = store(envelope);
        jdbc.sql("INSERT INTO inscription (id, code, kind, at, chain, seq) VALUES (?, ?, ?, ?, ?, ?)")
                .param(id.toString())
                .param(code == null ? null : code.texte())
                .param(message.kind().name())
                .param(at.toEpochMilli())
                .param(head.chain().hex())
                .param(envelope.seq())
                .update();
        return new ChainHead(head.chain(), envelope.seq(), signed.hash());
    }

    private Signed store(Envelope envelope) {
        byte[] content = envelope.encode();
        if (content.length > Envelope.MAX_BYTES) {
            throw new IllegalArgumentException("an envelope has at most " + Envelope.MAX_BYTES + " bytes");
        }
        var signed = Signed.by(identity, Use.ENVELOPE, content);
        jdbc.sql("INSERT INTO envelope (chain, seq, id, hash, content, signature) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        envelope.chain().hex(),
                        envelope.seq(),
                        envelope.id().toString(),
                        signed.hash().hex(),
                        content,
                        signed.signature().toArray())
                .update();
        return signed;
    }

    private ChainHead headOf(ChainId chain) {
        return jdbc.sql("SELECT seq, hash FROM envelope WHERE chain = ? ORDER BY seq DESC LIMIT 1")
                .param(chain.hex())
                .query((row, _) -> new ChainHead(chain, row.getLong("seq"), new Hash(row.getString("hash"))))
                .optional()
                .orElseGet(() -> ChainHead.empty(chain));
    }

    private ChainHead ackedHead(ChainId chain) {
        return jdbc.sql("SELECT e.seq, e.hash FROM envelope e JOIN chain c ON c.chain = e.chain AND c.acked_seq = e.seq"
                        + " WHERE c.chain = ?")
                .param(chain.hex())
                .query((row, _) -> new ChainHead(chain, row.getLong("seq"), new Hash(row.getString("hash"))))
                .optional()
                .orElseGet(() -> ChainHead.empty(chain));
    }

    private Duration offset() {
        return Duration.ofMillis(
                jdbc.sql("SELECT offset_millis FROM link").query(Long.class).single());
    }

    /** The stored bytes of a row of {@code envelope}. */
    static Signed signed(ResultSet row) throws SQLException {
        return new Signed(
                Bytes.of(Objects.requireNonNull(row.getBytes("content"), "emptied")),
                Bytes.of(row.getBytes("signature")));
    }

    /** What is stored under an id. */
    private record Kept(String id, String hash, @Nullable Signed signed) {
        /** The envelope, unless it is no longer what was hashed when it was appended. */
        Optional<Envelope> sound() {
            return Optional.ofNullable(signed)
                    .filter(stored -> stored.hash().hex().equals(hash))
                    .flatMap(stored -> Envelope.decode(stored.content().toArray()))
                    .filter(envelope -> envelope.id().toString().equals(id));
        }
    }
}
