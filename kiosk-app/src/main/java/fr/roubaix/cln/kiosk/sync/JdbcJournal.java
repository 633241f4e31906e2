package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/** The journal in SQLite: one transaction per append, by the one writing connection, so that numbers have no gap. */
final class JdbcJournal implements Journal {

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final KioskIdentity identity;
    private final Clock clock;
    private final RandomGenerator random;

    JdbcJournal(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Clock clock,
            RandomGenerator random) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.identity = identity;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Inscription append(EnvelopeId id, Message message) {
        ReceiptCode code = switch (message) {
            case CandidatureDeposee deposee -> deposee.code();
            case ChaineOuverte _, ClotureDeclaree _, ReouvertureDeclaree _, EvenementSurvenu _ ->
                throw new IllegalArgumentException("a receipt is given for applications");
        };
        return durably(() -> inscription(id).orElseGet(() -> {
            var enrolled = identity.enrolled().orElseThrow(JdbcJournal::notEnrolled);
            Instant at = add(enrolled, head().orElseGet(() -> open(enrolled, null)), id, message, code);
            return new Inscription(id, code, at);
        }));
    }

    @Override
    public Instant note(EnvelopeId id, Message message) {
        if (message instanceof ChaineOuverte || message instanceof CandidatureDeposee) {
            throw new IllegalArgumentException("not a declaration");
        }
        return durably(() -> noted(id).orElseGet(() -> {
            var enrolled = identity.enrolled().orElseThrow(JdbcJournal::notEnrolled);
            Instant at = add(enrolled, head().orElseGet(() -> open(enrolled, null)), id, message, null);
            remember(message, at);
            return at;
        }));
    }

    private void remember(Message message, Instant at) {
        switch (message) {
            case ClotureDeclaree declaree -> Clotures.close(jdbc, declaree, at);
            case ReouvertureDeclaree(var appel) -> Clotures.reopen(jdbc, appel);
            case ChaineOuverte _, CandidatureDeposee _, EvenementSurvenu _ -> {}
        }
    }

    /** Opens a chain if there is none; joins the caller's transaction. */
    void openFirstChain(Enrolled enrolled) {
        durably(() -> head().orElseGet(() -> open(enrolled, null)));
    }

    /** The last envelope of the current chain. */
    Optional<ChainHead> head() {
        return jdbc.sql("""
                SELECT c.chain, e.seq, e.hash FROM chain c LEFT JOIN envelope e ON e.chain = c.chain
                ORDER BY c.rank DESC, e.seq DESC LIMIT 1""")
                .query((row, _) -> new ChainHead(
                        new ChainId(row.getString("chain")),
                        row.getLong("seq"),
                        new Hash(Objects.requireNonNullElse(row.getString("hash"), Hash.ZERO.hex()))))
                .optional();
    }

    private ChainHead open(Enrolled enrolled, @Nullable ChainHead previous) {
        var chain = ChainId.mint(random);
        jdbc.sql("INSERT INTO chain (chain, rank, opened_at) SELECT ?, coalesce(max(rank), 0) + 1, ? FROM chain")
                .params(chain.hex(), clock.millis())
                .update();
        add(
                enrolled,
                ChainHead.empty(chain),
                EnvelopeId.mint(clock, random),
                new ChaineOuverte(previous, Cause.PREMIERE),
                null);
        return head().orElseThrow();
    }

    private Instant add(Enrolled enrolled, ChainHead head, EnvelopeId id, Message message, @Nullable ReceiptCode code) {
        Instant at = Instant.ofEpochMilli(clock.millis());
        var context = new SealContext(enrolled.kiosk(), id, message.kind());
        Bytes payload = enrolled.keys().sealing().seal(context, message.encode());
        var envelope = new Envelope(
                enrolled.kiosk(),
                head.chain(),
                head.seq() + 1,
                id,
                message.kind(),
                at,
                offset(),
                enrolled.keys().sealing().id(),
                head.hash(),
                payload);
        byte[] content = envelope.encode();
        if (content.length > Envelope.MAX_BYTES) {
            throw new IllegalArgumentException("an envelope has at most " + Envelope.MAX_BYTES + " bytes");
        }
        insert(envelope, Signed.by(identity.key(), Use.ENVELOPE, content), code);
        return at;
    }

    private void insert(Envelope envelope, Signed signed, @Nullable ReceiptCode code) {
        jdbc.sql("INSERT INTO envelope (chain, seq, id, hash, content, signature) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        envelope.chain().hex(),
                        envelope.seq(),
                        envelope.id().toString(),
                        signed.hash().hex(),
                        signed.content().toArray(),
                        signed.signature().toArray())
                .update();
        jdbc.sql("INSERT INTO inscription (id, code, kind, at, chain, seq) VALUES (?, ?, ?, ?, ?, ?)")
                .param(envelope.id().toString())
                .param(code == null ? null : code.texte())
                .param(envelope.kind().name())
                .param(envelope.at().toEpochMilli())
                .param(envelope.chain().hex())
                .param(envelope.seq())
                .update();
    }

    private Optional<Inscription> inscription(EnvelopeId id) {
        return jdbc.sql("SELECT code, at FROM inscription WHERE id = ? AND kind <> ?")
                .params(id.toString(), Kind.OUVERTURE.name())
                .query((row, _) ->
                        new Inscription(id, code(row.getString("code")), Instant.ofEpochMilli(row.getLong("at"))))
                .optional();
    }

    private Optional<Instant> noted(EnvelopeId id) {
        return jdbc.sql("SELECT at FROM inscription WHERE id = ?")
                .param(id.toString())
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }

    private Duration offset() {
        return Duration.ofMillis(
                jdbc.sql("SELECT offset_millis FROM link").query(Long.class).single());
    }

    private <T> T durably(Supplier<T> work) {
        try {
            return Objects.requireNonNull(write.execute(_ -> work.get()));
        } catch (DataAccessException | TransactionException e) {
            throw new JournalUnavailableException("The journal refused to write; nothing was stored.", e);
        }
    }

    private static ReceiptCode code(String texte) {
        if (ReceiptCode.lire(texte) instanceof Lue<ReceiptCode>(var code)) {
            return code;
        }
        throw new IllegalStateException("the index holds something that is no receipt code");
    }

    private static JournalUnavailableException notEnrolled() {
        return new JournalUnavailableException("This kiosk is not enrolled: it has no key to seal with.");
    }
}
