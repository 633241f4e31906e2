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
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Hash;
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
 * A kiosk that exists only in memory: it seals, signs and chains as a real one, so that what the hub of a demonstration
 * holds came in by the same door as anything else. Its private key dies with it.
 */
public final class MairieFictive {

    private final SigningKey key = SigningKey.generate();
    private final RandomGenerator random;
    private final List<Signed> envelopes = new ArrayList<>();
    private Hash head = Hash.ZERO;

    /** @param random mints chain, ids and receipt codes */
    public MairieFictive(RandomGenerator random) {
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
        var chain = ChainId.mint(random);
        append(kiosk, chain, hub, new ChaineOuverte(null, Message.Cause.PREMIERE), from);
        Duration step = Duration.between(from, until).dividedBy(fiches.size() + 1L);
        Instant at = from;
        for (FicheDeCandidature fiche : fiches) {
            at = at.plus(step);
            append(kiosk, chain, hub, new CandidatureDeposee(new ReceiptCode(random.nextLong(1L << 45)), fiche), at);
        }
        return new Batch(chain, envelopes, new Etat(0, 0, List.of(), "demonstration", until));
    }

    private void append(KioskId kiosk, ChainId chain, SealingKey hub, Message message, Instant at) {
        Instant when = Instant.ofEpochMilli(at.toEpochMilli());
        var id = EnvelopeId.mint(Clock.fixed(when, ZoneOffset.UTC), random);
        var context = new SealContext(kiosk, id, message.kind());
        var envelope = new Envelope(
                kiosk,
                chain,
                envelopes.size() + 1L,
                id,
                message.kind(),
                when,
                Duration.ZERO,
                hub.id(),
                head,
                hub.seal(context, message.encode()));
        var signed = Signed.by(key, Use.ENVELOPE, envelope.encode());
        envelopes.add(signed);
        head = signed.hash();
    }
}
