package fr.roubaix.cln.hub.ingest;

import java.time.Instant;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Recue;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;

/** Opens a genuine envelope and hands what it says to whom it concerns, inside the transaction that stores it. */
@Component
class Reading {

    private static final Set<Kind> HANDLED =
            Set.of(Kind.OUVERTURE, Kind.CANDIDATURE, Kind.CLOTURE, Kind.REOUVERTURE, Kind.EVENEMENT);

    private final Trousseau keys;
    private final Chains chains;
    private final ReceptionDeCandidature reception;
    private final ApplicationEventPublisher events;

    Reading(Trousseau keys, Chains chains, ReceptionDeCandidature reception, ApplicationEventPublisher events) {
        this.events = events;
        this.keys = keys;
        this.chains = chains;
        this.reception = reception;
    }

    /** @throws RetryLaterException the hub lacks the key that opens this envelope */
    Verdict read(Kiosk kiosk, Envelope envelope, Instant now) {
        if ((envelope.seq() == 1) != envelope.kind().equals(Kind.OUVERTURE)) {
            return new Verdict.SetAside(Reason.OUVERTURE_MAL_PLACEE);
        }
        if (!handled(envelope.kind())) {
            return new Verdict.SetAside(Reason.GENRE_INCONNU);
        }
        if (!envelope.keyId().equals(keys.opening().sealingKey().id())) {
            // The key may lie with another trousseau or a newer hub: only the right key can prove bytes unreadable.
            throw new RetryLaterException("envelope " + envelope.id() + " was sealed for another key");
        }
        var opened = keys.opening().open(envelope.sealContext(), envelope.keyId(), envelope.payload());
        if (opened.isEmpty()) {
            return new Verdict.SetAside(Reason.ILLISIBLE);
        }
        var message = Message.decode(envelope.kind(), opened.get());
        if (message.isEmpty()) {
            return new Verdict.SetAside(Reason.ILLISIBLE);
        }
        if (!chains.claim(envelope, now)) {
            return chains.sameFact(envelope) ? new Verdict.Taken() : new Verdict.SetAside(Reason.IDENTIFIANT_DEJA_PRIS);
        }
        return handOn(kiosk, envelope, message.get(), now);
    }

    private Verdict handOn(Kiosk kiosk, Envelope envelope, Message message, Instant now) {
        return switch (message) {
            case ChaineOuverte _, ClotureDeclaree _, ReouvertureDeclaree _, EvenementSurvenu _ -> {
                events.publishEvent(
                        new FaitRecu(kiosk.id(), envelope.chain(), envelope.seq(), message, envelope.at(), now));
                yield new Verdict.Taken();
            }
            case CandidatureDeposee(var code, var fiche) -> {
                var recue = new Recue(envelope.id(), code, fiche, kiosk.mairie(), envelope.at(), now);
                yield switch (reception.recevoir(recue)) {
                    case RECUE, DEJA_RECUE -> new Verdict.Taken();
                    case CODE_DEJA_PRIS -> {
                        // Nobody holds this application: appended again, it must not pass for one already taken.
                        chains.release(envelope);
                        yield new Verdict.SetAside(Reason.CODE_DEJA_PRIS);
                    }
                };
            }
        };
    }

    private static boolean handled(Kind kind) {
        return HANDLED.contains(kind);
    }

    /** What the hub does with a genuine envelope in its place. */
    sealed interface Verdict {
        /** It was handed on, now or the first time it came. */
        record Taken() implements Verdict {}

        /** The hub cannot make use of it: for staff. */
        record SetAside(Reason reason) implements Verdict {}
    }
}
