package fr.roubaix.cln.hub.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.ingest.Arrival.Genuine;
import fr.roubaix.cln.hub.ingest.Chains.Held;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.hub.ingest.Placement.Run;
import fr.roubaix.cln.hub.ingest.Reading.Content;
import fr.roubaix.cln.hub.ingest.Reading.Verdict;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Outcome;

/**
 * The one door for envelopes: verifies each, stores it once at its position, opens it, hands it on. A batch is one
 * transaction, and so one wait for the disk. When something in it fails, its envelopes are taken one by one, each in its
 * own transaction, so that those before the one that fails are stored all the same.
 *
 * <p>Signatures are verified and seals opened before the transaction: other deliveries wait while one is open.
 *
 * <p>Only what is wrong with the envelope itself is ever refused: a refusal is final for the kiosk. Whatever fails in the
 * hub, even a bug that strikes one envelope each time, leaves nothing stored; the kiosk keeps its envelopes and comes
 * back. A bug then delays one kiosk, in sight of staff, until the hub is repaired; setting the envelope aside would let
 * the person believe that it was refused, and nothing would ever take it up again.
 */
@Service
@Interne("called by kiosks, behind their signatures")
class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    /** A lost race means that another instance has just received the same chain; more in a row would be a fault. */
    private static final int RACES = 20;

    private final Chains chains;
    private final Kiosks kiosks;
    private final Reading reading;
    private final HubLife life;
    private final Anomalies anomalies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Door(
            Chains chains,
            Kiosks kiosks,
            Reading reading,
            HubLife life,
            Anomalies anomalies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.chains = chains;
        this.kiosks = kiosks;
        this.reading = reading;
        this.life = life;
        this.anomalies = anomalies;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Receives a batch of an authenticated kiosk, and says what became of each envelope.
     *
     * @throws RuntimeException the hub cannot take an envelope now: it is not stored, and the kiosk must come back
     */
    Ack receive(Kiosk kiosk, Batch batch) {
        var arrivals = batch.envelopes().stream()
                .map(signed -> Arrival.of(kiosk, batch.chain(), signed))
                .toList();
        return receive(kiosk, batch.chain(), arrivals, () -> kiosks.heard(kiosk.id(), batch.etat(), now()));
    }

    /** The same for what somebody carried: the kiosk itself was not heard. */
    Ack receive(Kiosk kiosk, ChainId chain, List<Arrival> arrivals) {
        return receive(kiosk, chain, arrivals, () -> {});
    }

    private Ack receive(Kiosk kiosk, ChainId chain, List<Arrival> arrivals, Runnable hear) {
        List<Outcome> outcomes =
                together(kiosk, chain, arrivals, hear).orElseGet(() -> oneByOne(kiosk, chain, arrivals, hear));
        return ack(kiosk, chain, arrivals, outcomes);
    }

    /** Empty when something failed: nothing is stored then. */
    private Optional<List<Outcome>> together(Kiosk kiosk, ChainId chain, List<Arrival> arrivals, Runnable hear) {
        try {
            return Optional.of(take(kiosk, chain, arrivals, hear));
        } catch (RuntimeException e) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // The caller's transaction holds all or nothing: one by one, it would still be lost.
                throw e;
            }
            LOG.warn("A batch of kiosk {} fails as a whole: its envelopes are taken one by one", kiosk.id(), e);
            return Optional.empty();
        }
    }

    private List<Outcome> oneByOne(Kiosk kiosk, ChainId chain, List<Arrival> arrivals, Runnable hear) {
        // First of all: a kiosk whose envelopes cannot be taken now is late, not silent.
        transaction.executeWithoutResult(_ -> hear.run());
        var outcomes = new ArrayList<Outcome>();
        for (Arrival arrival : arrivals) {
            outcomes.addAll(take(kiosk, chain, List.of(arrival), () -> {}));
        }
        return outcomes;
    }

    /** One transaction for all of these, begun again when another instance moved the head meanwhile. */
    private List<Outcome> take(Kiosk kiosk, ChainId chain, List<Arrival> arrivals, Runnable alongside) {
        for (int i = 0; i < RACES; i++) {
            var run = Run.of(chains.held(kiosk.id(), chain).head(), arrivals);
            var steps = run.placements().stream()
                    .map(placement -> prepare(kiosk, placement))
                    .toList();
            Optional<List<Outcome>> outcomes = transaction.execute(status -> {
                alongside.run();
                if (!chains.advance(kiosk.id(), run.from(), run.to())) {
                    status.setRollbackOnly();
                    return Optional.empty();
                }
                Instant now = now();
                var entries = new Entries();
                var answers =
                        steps.stream().map(step -> step.take(entries, now)).toList();
                chains.store(entries.all(), now);
                return Optional.of(answers);
            });
            if (outcomes.isPresent()) {
                return outcomes.get();
            }
        }
        throw new RetryLaterException("the head of chain " + chain + " never stood still");
    }

    /** Does what can be done without writing, and gives what remains for the transaction. */
    private Step prepare(Kiosk kiosk, Placement placement) {
        return switch (placement) {
            case Placement.Nowhere _ -> {
                LOG.error("Kiosk {} delivered bytes that it did not sign for this chain", kiosk.id());
                yield (_, now) -> {
                    anomalies.forged(kiosk.id(), now);
                    return new Outcome.Forged();
                };
            }
            case Placement.Ahead(var _, var expected) -> (_, _) -> new Outcome.Gap(expected);
            case Placement.Past(var arrival) -> (entries, now) -> again(arrival, entries, now);
            case Placement.Fork(var arrival) -> (_, now) -> conflict(arrival, now);
            case Placement.Next(var arrival) -> {
                var content = reading.open(arrival.envelope());
                yield (entries, now) -> {
                    var outcome = handOn(kiosk, arrival, content, now);
                    entries.add(arrival, outcome);
                    return outcome;
                };
            }
        };
    }

    private Outcome handOn(Kiosk kiosk, Genuine arrival, Content content, Instant now) {
        return switch (reading.handOn(kiosk, arrival.envelope(), content, now)) {
            case Verdict.Taken _ -> new Outcome.Accepted();
            case Verdict.SetAside(var reason) -> {
                chains.setAside(arrival, reason, now);
                yield new Outcome.Refused();
            }
        };
    }

    private Outcome again(Genuine arrival, Entries entries, Instant now) {
        return entries.firstAnswer(arrival.hash())
                .or(() -> chains.firstAnswer(arrival))
                .<Outcome>map(Outcome.Duplicate::new)
                .orElseGet(() -> conflict(arrival, now));
    }

    private Outcome conflict(Genuine arrival, Instant now) {
        var envelope = arrival.envelope();
        LOG.error("Kiosk {} was restored or cloned: position {} is taken", envelope.kiosk(), envelope.seq());
        chains.setAside(arrival, Reason.CONFLIT, now);
        return new Outcome.Conflict();
    }

    private Ack ack(Kiosk kiosk, ChainId chain, List<Arrival> arrivals, List<Outcome> outcomes) {
        Held held = chains.held(kiosk.id(), chain);
        var answers = new ArrayList<Ack.Answer>();
        for (int i = 0; i < arrivals.size(); i++) {
            answers.add(new Ack.Answer(arrivals.get(i).hash(), outcomes.get(i)));
        }
        return new Ack(
                kiosk.id(),
                chain,
                held.head().seq(),
                held.head().hash(),
                answers,
                held.savedSeq(),
                life.epoch(),
                now());
    }

    /** What remains to be done with one arrival once the head is moved. */
    private interface Step {
        Outcome take(Entries entries, Instant now);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
