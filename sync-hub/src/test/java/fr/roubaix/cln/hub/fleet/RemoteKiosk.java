package fr.roubaix.cln.hub.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import fr.roubaix.cln.domaine.candidature.FicheDeCandidature;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.domaine.candidature.Publication;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.domaine.habitant.Adresse;
import fr.roubaix.cln.domaine.habitant.Contact;
import fr.roubaix.cln.domaine.habitant.DateDeNaissance;
import fr.roubaix.cln.domaine.habitant.Habitant;
import fr.roubaix.cln.domaine.habitant.Nom;
import fr.roubaix.cln.domaine.habitant.Parite;
import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Batch;
import fr.roubaix.cln.sync.Bytes;
import fr.roubaix.cln.sync.ChainHead;
import fr.roubaix.cln.sync.ChainId;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Etat;
import fr.roubaix.cln.sync.Hash;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.SealContext;
import fr.roubaix.cln.sync.SealingKey;
import fr.roubaix.cln.sync.Signed;
import fr.roubaix.cln.sync.SigningKey;
import fr.roubaix.cln.sync.Use;

/** A kiosk as seen from the hub: it makes genuine envelopes in a chain, and any other on demand. */
final class RemoteKiosk {

    static final Random RANDOM = new Random(42);

    final SigningKey key = SigningKey.generate();
    KioskId id = new KioskId(1);
    SealingKey seal = null;
    ChainHead head = ChainHead.empty(ChainId.mint(RANDOM));

    static EnvelopeId newId() {
        return EnvelopeId.mint(Clock.systemUTC(), RANDOM);
    }

    Signed opening() {
        return next(newId(), new ChaineOuverte(null, Message.Cause.PREMIERE));
    }

    Signed candidature(long code) {
        return next(newId(), message(code));
    }

    static CandidatureDeposee message(long code) {
        var habitant = new Habitant(
                new Nom("Zzcanari"),
                null,
                new Nom("Ada"),
                new DateDeNaissance(LocalDate.of(1990, 5, 17)),
                new Adresse("1 rue du Canari", ""));
        return new CandidatureDeposee(
                new ReceiptCode(code),
                new FicheDeCandidature(
                        habitant,
                        Secteur.NORD,
                        OrigineDuSecteur.BASE_D_ADRESSES,
                        Parite.HOMMES,
                        Contact.AUCUN,
                        Publication.NOM));
    }

    /** Appends to the chain. */
    Signed next(EnvelopeId envelopeId, Message message) {
        var payload = seal.seal(new SealContext(id, envelopeId, message.kind()), message.encode());
        return next(envelopeId, message.kind(), payload);
    }

    Signed next(EnvelopeId envelopeId, Kind kind, Bytes payload) {
        var signed = at(head.seq() + 1, head.hash(), envelopeId, kind, payload);
        head = new ChainHead(head.chain(), head.seq() + 1, signed.hash());
        return signed;
    }

    /** Anywhere, without moving the head. */
    Signed at(long seq, Hash prev, EnvelopeId envelopeId, Kind kind, Bytes payload) {
        var envelope = new Envelope(
                id,
                head.chain(),
                seq,
                envelopeId,
                kind,
                Instant.ofEpochMilli(1),
                Duration.ZERO,
                seal.id(),
                prev,
                payload);
        return Signed.by(key, Use.ENVELOPE, envelope.encode());
    }

    /** Forgets its past, like a terminal whose folder was made anew. */
    void newChain() {
        head = ChainHead.empty(ChainId.mint(RANDOM));
    }

    Batch batch(Signed... envelopes) {
        return new Batch(
                head.chain(), List.of(envelopes), new Etat(envelopes.length, 1, List.of(), "essai", Instant.EPOCH));
    }
}
