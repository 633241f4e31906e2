package fr.roubaix.cln.hub.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import fr.roubaix.cln.domaine.candidature.Appel;
import fr.roubaix.cln.domaine.candidature.Circonstances;
import fr.roubaix.cln.domaine.candidature.Origine;
import fr.roubaix.cln.domaine.candidature.OrigineDuSecteur;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature;
import fr.roubaix.cln.hub.candidature.ReceptionDeCandidature.Recue;
import fr.roubaix.cln.hub.candidature.ReceptionDeRetrait;
import fr.roubaix.cln.hub.ingest.Kiosks.Kiosk;
import fr.roubaix.cln.sync.Envelope;
import fr.roubaix.cln.sync.Kind;
import fr.roubaix.cln.sync.Message;
import fr.roubaix.cln.sync.Message.CandidatureDeposee;
import fr.roubaix.cln.sync.Message.ChaineOuverte;
import fr.roubaix.cln.sync.Message.ClotureDeclaree;
import fr.roubaix.cln.sync.Message.EvenementSurvenu;
import fr.roubaix.cln.sync.Message.ReouvertureDeclaree;
import fr.roubaix.cln.sync.Message.RetraitDemande;

/** Opens a genuine envelope, then hands what it says to whom it concerns. */
@Component
class Reading {

    private static final Set<Kind> HANDLED =
            Set.of(Kind.OUVERTURE, Kind.CANDIDATURE, Kind.RETRAIT, Kind.CLOTURE, Kind.REOUVERTURE, Kind.EVENEMENT);

    /** Beyond this difference the terminal's clock is wrong, and the time of deposit proves nothing. */
    private static final Duration CLOCK = Duration.ofMinutes(2);

    private final Trousseau keys;
    private final Chains chains;
    private final ReceptionDeCandidature reception;
    private final ReceptionDeRetrait retraits;
    private final ApplicationEventPublisher events;

    Reading(
            Trousseau keys,
            Chains chains,
            ReceptionDeCandidature reception,
            ReceptionDeRetrait retraits,
            ApplicationEventPublisher events) {
        this.events = events;
        this.retraits = retraits;
        this.keys = keys;
        this.chains = chains;
        this.reception = reception;
    }

    /**
     * Opens an envelope. Writes nothing, and so needs no transaction.
     *
     * @throws RetryLaterException the hub lacks the key that opens this envelope
     */
    Content open(Envelope envelope) {
        if ((envelope.seq() == 1) != envelope.kind().equals(Kind.OUVERTURE)) {
            return new Content.Unusable(Reason.OUVERTURE_MAL_PLACEE);
        }
        if (!handled(envelope.kind())) {
            return new Content.Unusable(Reason.GENRE_INCONNU);
        }
        if (!keys.opens(envelope.keyId())) {
            // The key may lie with another trousseau or a newer hub: only the right key can prove bytes unreadable.
            throw new RetryLaterException("envelope " + envelope.id() + " was sealed for another key");
        }
        return keys.open(envelope.sealContext(), envelope.keyId(), envelope.payload())
                .flatMap(opened -> Message.decode(envelope.kind(), opened))
                .<Content>map(Content.Opened::new)
                .orElseGet(() -> new Content.Unusable(Reason.ILLISIBLE));
    }

    /** Hands what an envelope says to whom it concerns, once, inside the transaction that stores the envelope. */
    Verdict handOn(Kiosk kiosk, Envelope envelope, Content content, Instant now) {
        return switch (content) {
            case Content.Unusable(var reason) -> new Verdict.SetAside(reason);
            case Content.Opened(var message) -> {
                if (chains.claim(envelope, now)) {
                    yield handOn(kiosk, envelope, message, now);
                }
                if (!chains.sameFact(envelope)) {
                    yield new Verdict.SetAside(Reason.IDENTIFIANT_DEJA_PRIS);
                }
                if (!(message instanceof CandidatureDeposee)) {
                    tell(kiosk, envelope, message, false, now);
                }
                yield new Verdict.Taken();
            }
        };
    }

    private Verdict handOn(Kiosk kiosk, Envelope envelope, Message message, Instant now) {
        return switch (message) {
            case ChaineOuverte _, ClotureDeclaree _, ReouvertureDeclaree _, EvenementSurvenu _ -> {
                tell(kiosk, envelope, message, true, now);
                yield new Verdict.Taken();
            }
            case CandidatureDeposee deposee ->
                switch (reception.recevoir(recue(kiosk, envelope, deposee, now))) {
                    case RECUE, DEJA_RECUE -> {
                        retraits.arrivee(deposee.code(), now);
                        tell(kiosk, envelope, message, true, now);
                        yield new Verdict.Taken();
                    }
                    case CODE_DEJA_PRIS -> setAside(envelope, Reason.CODE_DEJA_PRIS);
                    case ORIGINAL_DEJA_SAISI -> setAside(envelope, Reason.ORIGINAL_DEJA_SAISI);
                };
            case RetraitDemande(var code, var agent, var preuve) -> {
                var scelle = new ReceptionDeRetrait.Scelle(
                        envelope.id(), envelope.kiosk(), envelope.keyId(), envelope.payload());
                retraits.recevoir(
                        new ReceptionDeRetrait.Recu(scelle, code, agent, kiosk.mairie(), envelope.at(), now), preuve);
                tell(kiosk, envelope, message, true, now);
                yield new Verdict.Taken();
            }
        };
    }

    /** Nobody holds this application: appended again, it must not pass for one already taken. */
    private Verdict setAside(Envelope envelope, Reason reason) {
        chains.release(envelope);
        return new Verdict.SetAside(reason);
    }

    private static Recue recue(Kiosk kiosk, Envelope envelope, CandidatureDeposee deposee, Instant now) {
        var papier = deposee.papier();
        if (papier == null) {
            return new Recue(
                    envelope.id(),
                    deposee.code(),
                    deposee.fiche(),
                    kiosk.mairie(),
                    envelope.at(),
                    now,
                    Circonstances.BORNE.avecHorlogeDouteuse(
                            envelope.offset().abs().compareTo(CLOCK) > 0));
        }
        // The day of the stamp or of the postmark counts, whatever the hour and the clock of the terminal.
        var circonstances = new Circonstances(
                papier.posteeLe() == null ? Origine.PAPIER : Origine.COURRIER,
                Optional.of(papier.original()),
                Optional.of(papier.saisiePar().valeur()),
                papier.signee(),
                deposee.fiche().origineDuSecteur() == OrigineDuSecteur.DECLARATION,
                false);
        return new Recue(
                envelope.id(),
                deposee.code(),
                deposee.fiche(),
                kiosk.mairie(),
                papier.deposeeLe().atStartOfDay(Appel.ROUBAIX).toInstant(),
                now,
                circonstances,
                Optional.of(
                        new ReceptionDeCandidature.Papier(papier.recueLe(), Optional.ofNullable(papier.posteeLe()))));
    }

    private void tell(Kiosk kiosk, Envelope envelope, Message message, boolean first, Instant now) {
        events.publishEvent(
                new FaitRecu(kiosk.id(), envelope.chain(), envelope.seq(), message, first, envelope.at(), now));
    }

    private static boolean handled(Kind kind) {
        return HANDLED.contains(kind);
    }

    /** What was found under the seal. */
    sealed interface Content {
        record Opened(Message message) implements Content {}

        /** Never of any use to the hub: for staff. */
        record Unusable(Reason reason) implements Content {}
    }

    /** What the hub does with a genuine envelope in its place. */
    sealed interface Verdict {
        /** It was handed on, now or the first time it came. */
        record Taken() implements Verdict {}

        /** The hub cannot make use of it: for staff. */
        record SetAside(Reason reason) implements Verdict {}
    }
}
