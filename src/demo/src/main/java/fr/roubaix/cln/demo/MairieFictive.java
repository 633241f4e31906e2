package fr.roubaix.cln.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;
import fr.roubaix.cln.sync.VerifyingKey;

/**
 * A kiosk without a terminal: it seals, signs and chains as a real one, so that what the hub of a demonstration holds came
 * in by the same door as anything else.
 */
public final class MairieFictive {

    /** Free bytes on a disk that does not exist. */
    private static final long FREE = 20_000_000_000L;

    private final SigningKey key;
    private final RandomGenerator random;

    /** @param random mints chain, ids and receipt codes */
    public MairieFictive(SigningKey key, RandomGenerator random) {
        this.key = key;
        this.random = random;
    }

    /** What the hub enrols. */
    public VerifyingKey verifyingKey() {
        return key.verifyingKey();
    }

    /**
     * One batch: the opening of a chain, then one application after the other, spread evenly over a period.
     *
     * @param fiches at most {@link Batch#MAX_ENVELOPES} − 1
     */
    public Batch batch(KioskId kiosk, SealingKey hub, List<FicheDeCandidature> fiches, Instant from, Instant until) {
        var journal = new Journal(kiosk, hub, ChainHead.empty(ChainId.mint(random)));
        journal.append(new ChaineOuverte(null, Message.Cause.PREMIERE), from);
        Duration step = Duration.between(from, until).dividedBy(fiches.size() + 1L);
        Instant at = from;
        for (FicheDeCandidature fiche : fiches) {
            at = at.plus(step);
            journal.append(new CandidatureDeposee(new ReceiptCode(random.nextLong(1L << 45)), fiche), at);
        }
        return journal.batch(until);
    }

    /** One declaration behind what the hub holds of a chain. */
    public Batch declaration(KioskId kiosk, SealingKey hub, ChainHead held, Message message, Instant at) {
        var journal = new Journal(kiosk, hub, held);
        journal.append(message, at);
        return journal.batch(at);
    }

    /** Says only that it is there. */
    public Batch heartbeat(ChainId chain, Instant at) {
        return new Batch(chain, List.of(), etat(at));
    }

    private static Etat etat(Instant at) {
        return new Etat(0, FREE, List.of(new Etat.Device("imprimante", "prête")), "demonstration", at);
    }

    /** What one batch adds to a chain. */
    private final class Journal {
        private final KioskId kiosk;
        private final SealingKey hub;
        private final List<Signed> envelopes = new ArrayList<>();
        private ChainHead head;

        Journal(KioskId kiosk, SealingKey hub, ChainHead held) {
            this.kiosk = kiosk;
            this.hub = hub;
            this.head = held;
        }

        void append(Message message, Instant at) {
            Instant when = Instant.ofEpochMilli(at.toEpochMilli());
            var id = EnvelopeId.mint(Clock.fixed(when, ZoneOffset.UTC), random);
            var context = new SealContext(kiosk, id, message.kind());
            var envelope = new Envelope(
                    kiosk,
                    head.chain(),
                    head.seq() + 1,
                    id,
                    message.kind(),
                    when,
                    Duration.ZERO,
                    hub.id(),
                    head.hash(),
                    hub.seal(context, message.encode()));
            var signed = Signed.by(key, Use.ENVELOPE, envelope.encode());
            envelopes.add(signed);
            head = new ChainHead(head.chain(), head.seq() + 1, signed.hash());
        }

        Batch batch(Instant at) {
            return new Batch(head.chain(), envelopes, etat(at));
        }
    }
}
