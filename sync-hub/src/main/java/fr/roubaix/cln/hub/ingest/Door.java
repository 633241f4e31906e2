package fr.roubaix.cln.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Reading.Verdict;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Outcome;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.Use;

/**
 * The one door for envelopes: verifies each, stores it once at its position, opens it, hands it on. One transaction per
 * envelope, so that one which cannot be used is set aside alone.
 *
 * <p>Only what is wrong with the envelope itself is ever refused: a refusal is final for the kiosk. Whatever fails in the
 * hub, even a bug that strikes one envelope each time, leaves nothing stored; the kiosk keeps its envelopes and comes
 * back. A bug then delays one kiosk, in sight of staff, until the hub is repaired; setting the envelope aside would let
 * the person believe that it was refused, and nothing would ever take it up again.
 */
@Service
class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** A lost race means that another instance has just received the same chain; more in a row would be a fault. */
    private static final int RACES = 20;

    private final Chains chains;
    private final Kiosks kiosks;
    private final Reading reading;
    private final HubLife life;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Door(
            Chains chains,
            Kiosks kiosks,
            Reading reading,
            HubLife life,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.chains = chains;
        this.kiosks = kiosks;
        this.reading = reading;
        this.life = life;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Receives a batch of an authenticated kiosk, and says what became of each envelope.
     *
     * @throws RuntimeException the hub cannot take an envelope now: it is not stored, and the kiosk must come back
     */
    Ack receive(Kiosk kiosk, Batch batch) {
        // First of all: a kiosk whose envelopes cannot be taken now is late, not silent.
        transaction.executeWithoutResult(_ -> kiosks.heard(kiosk.id(), batch.etat(), now()));
        List<Ack.Answer> answers = batch.envelopes().stream()
                .map(signed -> new Ack.Answer(signed.hash(), receive(kiosk, batch.chain(), signed)))
                .toList();
        return Objects.requireNonNull(transaction.execute(_ -> {
            var held = chains.held(kiosk.id(), batch.chain());
            return new Ack(
                    kiosk.id(),
                    batch.chain(),
                    held.head().seq(),
                    held.head().hash(),
                    answers,
                    held.savedSeq(),
                    life.epoch(),
                    now());
        }));
    }

    private Outcome receive(Kiosk kiosk, ChainId chain, Signed signed) {
        var genuine = genuine(kiosk, chain, signed);
        if (genuine.isEmpty()) {
            LOG.error("Kiosk {} delivered bytes that it did not sign for chain {}", kiosk.id(), chain);
            return new Outcome.Forged();
        }
        var envelope = genuine.get();
        return placed(envelope, signed, now -> reading.read(kiosk, envelope, now));
    }

    private static Optional<Envelope> genuine(Kiosk kiosk, ChainId chain, Signed signed) {
        return signed.verifiedBy(kiosk.key(), Use.ENVELOPE)
                ? Envelope.decode(signed.content().toArray())
                        .filter(e -> e.kiosk().equals(kiosk.id()) && e.chain().equals(chain))
                : Optional.empty();
    }

    private Outcome placed(Envelope envelope, Signed signed, Function<Instant, Verdict> read) {
        for (int i = 0; i < RACES; i++) {
            Optional<Outcome> outcome = Objects.requireNonNull(transaction.execute(status -> {
                var attempt = place(envelope, signed, read);
                if (attempt.isEmpty()) {
                    status.setRollbackOnly();
                }
                return attempt;
            }));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new RetryLaterException("the head of chain " + envelope.chain() + " never stood still");
    }

    /** Empty when another instance moved the head meanwhile. */
    private Optional<Outcome> place(Envelope envelope, Signed signed, Function<Instant, Verdict> read) {
        var head = chains.held(envelope.kiosk(), envelope.chain()).head();
        if (envelope.seq() > head.seq() + 1) {
            return Optional.of(new Outcome.Gap(head.seq() + 1));
        }
        if (envelope.seq() <= head.seq()) {
            return Optional.of(chains.firstAnswer(envelope, signed.hash())
                    .<Outcome>map(Outcome.Duplicate::new)
                    .orElseGet(() -> conflict(envelope, signed)));
        }
        if (!envelope.prev().equals(head.hash())) {
            return Optional.of(conflict(envelope, signed));
        }
        return chains.advance(envelope.kiosk(), head, signed.hash())
                ? Optional.of(store(envelope, signed, read))
                : Optional.empty();
    }

    private Outcome store(Envelope envelope, Signed signed, Function<Instant, Verdict> read) {
        Instant now = now();
        return switch (read.apply(now)) {
            case Verdict.Taken _ -> {
                chains.store(envelope, signed.hash(), true, now);
                yield new Outcome.Accepted();
            }
            case Verdict.SetAside(var reason) -> {
                chains.store(envelope, signed.hash(), false, now);
                chains.setAside(envelope, signed, reason, now);
                yield new Outcome.Refused();
            }
        };
    }

    private Outcome conflict(Envelope envelope, Signed signed) {
        LOG.error("Kiosk {} was restored or cloned: position {} is taken", envelope.kiosk(), envelope.seq());
        chains.setAside(envelope, signed, Reason.CONFLIT, now());
        return new Outcome.Conflict();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
