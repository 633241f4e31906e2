package fr.roubaix.cln.kiosk.sync;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import fr.roubaix.cln.kiosk.sync.CleUsb.Refus;
import fr.roubaix.cln.kiosk.sync.Deliveries.Known;
import fr.roubaix.cln.kiosk.sync.Hub.Fault;
import fr.roubaix.cln.kiosk.sync.HubLives.Standing;
import fr.roubaix.cln.kiosk.sync.JournalAudit.Examined;
import fr.roubaix.cln.kiosk.sync.KioskIdentity.Enrolled;
import fr.roubaix.cln.sync.Ack;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message.Cause;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.Nature;
import fr.roubaix.cln.sync.Outcome;

/**
 * What an ack changes in the journal once its signature is verified. Every method but {@code examine} joins the caller's
 * transaction.
 *
 * <p>An envelope is marked by its own answer, and only up to where the hub's head is an envelope of this very journal.
 */
final class Acks {

    private static final Logger LOG = LoggerFactory.getLogger(Acks.class);

    /**
     * A terminal restored or cloned needs one new chain, or a second if its image was taken in between. A hub that
     * contradicts more of them is itself at fault, and each would write all that waits to the disk again.
     */
    private static final int MAX_CONFLICTS_IN_VAIN = 3;

    private final JdbcClient jdbc;
    private final Chains chains;
    private final Deliveries deliveries;
    private final HubLives lives;
    private final Ciphertexts ciphertexts;
    private final JournalAudit audit;
    private final Supplier<EnvelopeId> ids;
    private final Clock clock;

    Acks(
            JdbcClient jdbc,
            Chains chains,
            Ciphertexts ciphertexts,
            JournalAudit audit,
            Supplier<EnvelopeId> ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.chains = chains;
        this.deliveries = new Deliveries(jdbc);
        this.lives = new HubLives(jdbc);
        this.ciphertexts = ciphertexts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What must be known of this journal before this ack is written down, if anything. It may take seconds: to be called
     * outside any transaction, unlike all the rest.
     */
    @Nullable
    Examined examine(Enrolled enrolled, Ack ack) {
        return has(ack, Outcome.Forged.class) && isCurrent(enrolled, ack.chain())
                ? audit.examine(enrolled, ack.chain(), ack.contiguousSeq())
                : null;
    }

    /** The same before it is written down that the hub cannot read the first pending envelope of this chain, if any is. */
    @Nullable
    Examined examine(Enrolled enrolled, ChainId chain) {
        long first = deliveries.firstPending(chain);
        return first == 0 ? null : audit.examine(enrolled, chain, first - 1);
    }

    /**
     * An answer of the hub itself, now: what it no longer holds is pending again.
     *
     * @param examined what {@link #examine} said of this ack
     * @return why the exchange cannot simply go on; none when it can
     */
    Optional<Fault> answered(Enrolled enrolled, Ack ack, @Nullable Examined examined) {
        var known = deliveries.known(ack.chain());
        var standing = lives.standing(ack.hubEpoch());
        if (standing == Standing.OVER || known.isEmpty()) {
            LOG.error("An ack from a life of the hub that is over, or about no chain of this journal, was refused");
            return Optional.of(Fault.UNTRUSTED_ANSWER);
        }
        meet(enrolled, ack, standing);
        Link.heard(jdbc, clock.millis(), ack);
        if (!deliveries.agrees(ack)) {
            return Optional.of(disagreed(enrolled, ack, known.get()));
        }
        deliveries.lower(ack.chain(), ack.contiguousSeq());
        deliveries.cover(ack);
        ciphertexts.covered(ack);
        return conclude(enrolled, ack, known.get(), examined);
    }

    /**
     * An answer that came on a stick, perhaps long ago: within one life of the hub it never lowers what is known.
     *
     * @param examined what {@link #examine} said of this ack
     */
    Imported imported(Enrolled enrolled, Ack ack, @Nullable Examined examined) {
        var found = deliveries
                .known(ack.chain())
                .filter(chain -> chain.kiosk() == ack.kiosk().numero());
        if (!ack.kiosk().equals(enrolled.kiosk()) || found.isEmpty()) {
            return new Imported.Refused(Refus.AUTRE_BORNE);
        }
        var known = found.get();
        var standing = lives.standing(ack.hubEpoch());
        long lastHeard = Link.read(jdbc).hubTime();
        if (standing == Standing.OVER
                || (standing == Standing.UNKNOWN && ack.hubTime().toEpochMilli() <= lastHeard)) {
            return new Imported.Refused(Refus.AUTRE_VIE_DU_HUB);
        }
        meet(enrolled, ack, standing);
        if (!deliveries.agrees(ack)) {
            if (isCurrent(enrolled, ack.chain())) {
                disagreed(enrolled, ack, known);
            }
            return new Imported.Refused(Refus.DESACCORD);
        }
        if (known.confirmedIn(ack) && ack.contiguousSeq() < known.ackedSeq()) {
            return new Imported.Refused(Refus.ANCIENNE);
        }
        return new Imported.Taken(take(enrolled, ack, known, examined));
    }

    /**
     * How far the hub holds a chain, asked before another takes over from it. Nothing is marked: each envelope waits for
     * its own answer, at its new place. What this journal does not have vouches for nothing, and is left to
     * {@link #answered}.
     *
     * @return whether the hub begins another life
     */
    boolean held(Ack ack) {
        var standing = lives.standing(ack.hubEpoch());
        if (standing == Standing.OVER || deliveries.known(ack.chain()).isEmpty() || !deliveries.agrees(ack)) {
            return false;
        }
        if (standing != Standing.PRESENT) {
            lives.begin(ack.hubEpoch(), clock.millis());
        }
        deliveries.lower(ack.chain(), ack.contiguousSeq());
        deliveries.cover(ack);
        return standing == Standing.UNKNOWN;
    }

    /** Tells staff that the hub was restored. */
    void noteRestored(Enrolled enrolled, Ack ack) {
        LOG.warn("The hub begins another life {}: it was restored", ack.hubEpoch());
        note(enrolled, Nature.HUB_RESTAURE, "epoque=" + ack.hubEpoch() + " seq=" + ack.contiguousSeq());
    }

    private int take(Enrolled enrolled, Ack ack, Known known, @Nullable Examined examined) {
        if (!known.confirmedIn(ack)) {
            deliveries.lower(ack.chain(), ack.contiguousSeq());
        }
        int marked = deliveries.cover(ack);
        if (!known.confirmedIn(ack) || ack.savedSeq() >= known.savedSeq()) {
            ciphertexts.covered(ack);
        }
        jdbc.sql("UPDATE link SET hub_time = max(hub_time, ?)")
                .param(ack.hubTime().toEpochMilli())
                .update();
        if (isCurrent(enrolled, ack.chain())) {
            conclude(enrolled, ack, known, examined)
                    .ifPresent(fault -> jdbc.sql("UPDATE link SET fault = ?")
                            .param(fault.name())
                            .update());
        }
        return marked;
    }

    /** The hub's database begins another life: what it holds of every chain is to be asked again. */
    private void meet(Enrolled enrolled, Ack ack, Standing standing) {
        switch (standing) {
            case FIRST -> lives.begin(ack.hubEpoch(), clock.millis());
            case UNKNOWN -> {
                lives.begin(ack.hubEpoch(), clock.millis());
                noteRestored(enrolled, ack);
            }
            case PRESENT, OVER -> {}
        }
    }

    private Optional<Fault> conclude(Enrolled enrolled, Ack ack, Known known, @Nullable Examined examined) {
        if (deliveries.stuckAfter(ack.chain(), ack.contiguousSeq())) {
            LOG.error("The hub lacks envelopes of chain {} that can no longer be sent", ack.chain());
            goOnElsewhere(enrolled, ack.chain(), Cause.CONFLIT);
            return Optional.empty();
        }
        if (has(ack, Outcome.Conflict.class)) {
            goOnElsewhere(enrolled, ack.chain(), Cause.CONFLIT);
            return Optional.of(Fault.CONFLICT);
        }
        if (has(ack, Outcome.Forged.class)) {
            return Optional.of(forged(enrolled, ack, known, examined));
        }
        boolean progress = ack.answers().isEmpty()
                || !(ack.answers().getFirst().outcome() instanceof Outcome.Gap)
                || deliveries.firstAnswered(ack) > ack.contiguousSeq() + 1;
        return progress ? Optional.empty() : Optional.of(Fault.REJECTED);
    }

    /** The hub's head is not in this journal: restored, or cloned. */
    private Fault disagreed(Enrolled enrolled, Ack ack, Known known) {
        LOG.error("The hub holds another chain {} than this journal: restored or cloned kiosk?", ack.chain());
        if (!known.confirmedIn(ack)) {
            // Whatever was acked in another life of the hub may be lost with it.
            deliveries.lower(ack.chain(), 0);
        }
        deliveries.settledIn(ack);
        goOnElsewhere(enrolled, ack.chain(), Cause.CONFLIT);
        return Fault.CONFLICT;
    }

    /** The hub says that this kiosk did not sign what it sent. Asked once more, it gets a new chain; then, an alarm. */
    private Fault forged(Enrolled enrolled, Ack ack, Known known, @Nullable Examined examined) {
        if (!isCurrent(enrolled, ack.chain())) {
            chains.reappend();
            return Fault.CONFLICT;
        }
        var damaged = examined == null ? OptionalInt.empty() : audit.damaged(enrolled, examined);
        if (damaged.isEmpty()) {
            LOG.warn("Too much was appended while this journal was examined: the next answer settles it");
            return Fault.FORGED;
        }
        if (damaged.getAsInt() > 0) {
            return damaged(enrolled, ack.chain(), damaged.getAsInt());
        }
        boolean again = Link.read(jdbc).fault().filter(Fault.FORGED::equals).isPresent();
        boolean nothingTaken = known.cause() == Cause.FALSIFICATION && ack.contiguousSeq() == 0;
        LOG.error("The hub says that this kiosk did not sign what it sent; its journal is sound");
        if (again && !nothingTaken) {
            chains.continued(enrolled, Cause.FALSIFICATION);
        }
        return Fault.FORGED;
    }

    /**
     * The hub cannot read the first pending envelope of a chain.
     *
     * @param examined what {@link #examine} said of this chain
     * @return none when this journal is sound, and the fault not here; or when the next answer will tell
     */
    Optional<Fault> unread(Enrolled enrolled, Examined examined) {
        int damaged = audit.damaged(enrolled, examined).orElse(0);
        return damaged == 0 ? Optional.empty() : Optional.of(damaged(enrolled, examined.chain(), damaged));
    }

    /** What is sound of this chain goes on in another. */
    private Fault damaged(Enrolled enrolled, ChainId chain, int damaged) {
        LOG.error("This journal is damaged: {} envelopes of chain {}", damaged, chain);
        goOnElsewhere(enrolled, chain, Cause.FALSIFICATION);
        note(enrolled, Nature.JOURNAL_ABIME, "chaine=" + chain + " enveloppes=" + damaged);
        return Fault.DAMAGED;
    }

    private void goOnElsewhere(Enrolled enrolled, ChainId chain, Cause cause) {
        if (!isCurrent(enrolled, chain)) {
            chains.reappend();
        } else if (cause == Cause.CONFLIT && chains.conflictsInVain(enrolled) >= MAX_CONFLICTS_IN_VAIN) {
            LOG.error("The hub contradicts every new chain before it holds anything of it: it waits for people");
        } else {
            chains.continued(enrolled, cause);
        }
    }

    private boolean isCurrent(Enrolled enrolled, ChainId chain) {
        return chains.current(enrolled).filter(chain::equals).isPresent();
    }

    /** Tells staff of something technical. */
    void note(Enrolled enrolled, Nature nature, String details) {
        chains.append(enrolled, ids.get(), new EvenementSurvenu(nature, details), null);
    }

    private static boolean has(Ack ack, Class<? extends Outcome> outcome) {
        return ack.answers().stream().map(Ack.Answer::outcome).anyMatch(outcome::isInstance);
    }

    /** What became of an ack that came on a stick. */
    sealed interface Imported {

        /** It newly proves that so many envelopes are at the hub. */
        record Taken(int marked) implements Imported {}

        /** It changed nothing that was known. */
        record Refused(Refus refus) implements Imported {}
    }
}
