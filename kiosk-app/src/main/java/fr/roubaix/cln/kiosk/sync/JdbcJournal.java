package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Saisie.Lue;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.AvisPose;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** The journal in SQLite: one transaction per append, by the one writing connection, so that numbers have no gap. */
final class JdbcJournal implements Journal {

    private final JdbcClient jdbc;
    private final TransactionTemplate write;
    private final KioskIdentity identity;
    private final Chains chains;
    private final Continuation continuation;

    JdbcJournal(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            KioskIdentity identity,
            Chains chains,
            Continuation continuation) {
        this.jdbc = jdbc;
        this.write = new TransactionTemplate(transactions);
        this.identity = identity;
        this.chains = chains;
        this.continuation = continuation;
    }

    @Override
    public Inscription append(EnvelopeId id, Message message) {
        if (!(message instanceof CandidatureDeposee deposee)) {
            throw new IllegalArgumentException("a receipt is given for applications");
        }
        return durably(() -> inscription(id).orElseGet(() -> write(id, deposee)));
    }

    private Inscription write(EnvelopeId id, CandidatureDeposee deposee) {
        var inscription = new Inscription(id, deposee.code(), chains.append(enrolled(), id, deposee, deposee.code()));
        var papier = deposee.papier();
        if (papier != null) {
            JdbcGestes.copied(jdbc, id, papier);
        }
        return inscription;
    }

    @Override
    public Instant note(EnvelopeId id, Message message) {
        if (message instanceof ChaineOuverte || message instanceof CandidatureDeposee) {
            throw new IllegalArgumentException("not a declaration");
        }
        boolean comesAfterAll = message instanceof ClotureDeclaree || message instanceof ReouvertureDeclaree;
        for (; ; ) {
            var written = durably(() -> comesAfterAll && identity.enrolled().isPresent() && Link.reappending(jdbc)
                    ? Optional.<Instant>empty()
                    : Optional.of(noted(id).orElseGet(() -> write(id, message))));
            if (written.isPresent()) {
                return written.get();
            }
            // Nothing of what it closes may come behind it.
            refused(continuation::finish);
        }
    }

    private Instant write(EnvelopeId id, Message message) {
        Instant at = chains.append(enrolled(), id, message, null);
        remember(id, message, at);
        return at;
    }

    private void remember(EnvelopeId id, Message message, Instant at) {
        switch (message) {
            case ClotureDeclaree declaree -> JdbcClotures.close(jdbc, id, declaree, at);
            case ReouvertureDeclaree(var appel) -> JdbcClotures.reopen(jdbc, appel, at);
            case RetraitDemande retrait -> JdbcGestes.withdrawn(jdbc, id, retrait, at);
            case EvenementSurvenu(var nature, var details) -> {
                if (nature == Nature.AVIS_AFFICHE) {
                    AvisPose.lire(details).ifPresent(pose -> JdbcGestes.posted(jdbc, id, pose));
                }
            }
            case ChaineOuverte _, CandidatureDeposee _ -> {}
        }
    }

    /** Begins the chain that an enrolment or a restoration asked for, if any, and the first one of all. */
    void beginIfAsked() {
        identity.enrolled()
                .ifPresent(enrolled -> durably(() -> {
                    var asked = Link.askedChain(jdbc);
                    if (chains.current(enrolled).isPresent()) {
                        asked.ifPresent(cause -> chains.continued(enrolled, cause));
                    }
                    Link.chainBegun(jdbc);
                    return chains.head(enrolled);
                }));
    }

    private Enrolled enrolled() {
        return identity.enrolled().orElseThrow(JdbcJournal::notEnrolled);
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

    private <T> T durably(Supplier<T> work) {
        return refused(() -> Objects.requireNonNull(write.execute(_ -> work.get())));
    }

    private static void refused(Runnable work) {
        refused(() -> {
            work.run();
            return work;
        });
    }

    private static <T> T refused(Supplier<T> work) {
        try {
            return work.get();
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
