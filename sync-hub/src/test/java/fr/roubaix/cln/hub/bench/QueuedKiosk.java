package fr.roubaix.cln.hub.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.demo.CandidaturesFictives;
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

/** A kiosk that seals and signs beforehand what it will deliver, so that a measure holds only what the hub does. */
final class QueuedKiosk {

    private static final Clock CLOCK = Clock.systemUTC();

    private final SigningKey key;
    private final KioskId id;
    private final SealingKey hub;
    private final Random random;
    private final List<FicheDeCandidature> fiches;
    private ChainHead head;

    QueuedKiosk(SigningKey key, KioskId id, SealingKey hub, long seed) {
        this.key = key;
        this.id = id;
        this.hub = hub;
        this.random = new Random(seed);
        this.fiches = new CandidaturesFictives(random, LocalDate.of(2027, 1, 1)).toutes();
        this.head = ChainHead.empty(ChainId.mint(random));
    }

    KioskId id() {
        return id;
    }

    SigningKey key() {
        return key;
    }

    /** Begins a chain and appends: so many full batches, ready to be sent. */
    List<byte[]> batches(int count) {
        var batches = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            batches.add(batch(Batch.MAX_ENVELOPES));
        }
        return batches;
    }

    private byte[] batch(int size) {
        var envelopes = new ArrayList<Signed>(size);
        for (int i = 0; i < size; i++) {
            envelopes.add(
                    head.seq() == 0 ? append(new ChaineOuverte(null, Message.Cause.PREMIERE)) : append(candidature()));
        }
        return new Batch(head.chain(), envelopes, new Etat(size, 1 << 30, List.of(), "mesure", now())).encode();
    }

    private CandidatureDeposee candidature() {
        return new CandidatureDeposee(
                new ReceiptCode(random.nextLong(1L << 45)), fiches.get(random.nextInt(fiches.size())));
    }

    private Signed append(Message message) {
        var envelopeId = EnvelopeId.mint(CLOCK, random);
        var envelope = new Envelope(
                id,
                head.chain(),
                head.seq() + 1,
                envelopeId,
                message.kind(),
                now(),
                Duration.ZERO,
                hub.id(),
                head.hash(),
                hub.seal(new SealContext(id, envelopeId, message.kind()), message.encode()));
        var signed = Signed.by(key, Use.ENVELOPE, envelope.encode());
        head = new ChainHead(head.chain(), envelope.seq(), signed.hash());
        return signed;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(CLOCK.millis());
    }
}
