package fr.roubaix.cln.kiosk.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import fr.roubaix.cln.domaine.secteur.Secteur;
import fr.roubaix.cln.sync.Bulletin;
import fr.roubaix.cln.sync.KioskId;
import fr.roubaix.cln.sync.VerifyingKey;

/** The hub as this kiosk knows it, in reach or not. */
public interface Hub {

    /** The last bulletin whose signature was verified; none before the first contact. */
    Optional<Bulletin> bulletin();

    /** How the exchange with the hub goes. */
    Liaison liaison();

    /** Who this kiosk is, once enrolled. */
    Optional<Borne> borne();

    /** The key with which the hub signs now, as this kiosk trusts it; none before enrolment. */
    Optional<VerifyingKey> signingKey();

    /**
     * State of the link, without any personal data.
     *
     * @param connectee the last exchange succeeded
     * @param enAttente envelopes that no verified ack covers yet
     * @param dernierContact the last verified ack, by the clock of the terminal
     * @param ecartDHorloge hub clock minus kiosk clock, as last measured
     * @param prochainEssai when a failed exchange is tried again by itself; none while nothing failed
     * @param panne why the exchange fails, if it does
     */
    record Liaison(
            boolean connectee,
            int enAttente,
            Optional<Instant> dernierContact,
            Duration ecartDHorloge,
            Optional<Instant> prochainEssai,
            Optional<Fault> panne) {}

    /** Why the exchange with the hub fails. Whatever it is, nothing in the journal is lost by it. */
    enum Fault {
        /** No answer: no network, hub stopped, too slow. */
        UNREACHABLE,
        /** The hub answers so many that it asked this kiosk to come back a little later. */
        BUSY,
        /** The hub does not accept this kiosk's signature, and its clock is not why: revoked, or unknown there. */
        UNAUTHORIZED,
        /** A bulletin says that this kiosk's key is revoked: it must be enrolled again. */
        REVOKED,
        /** Larger than something on the way accepts, even one envelope at a time: staff must look. */
        TOO_LARGE,
        /** Another status than expected: the hub has a fault of its own. */
        REJECTED,
        /** Not an ack, or not signed by the hub, or about something else, or from a life of the hub that is over. */
        UNTRUSTED_ANSWER,
        /** The hub holds something else than this journal: this terminal was restored or cloned; a new chain follows. */
        CONFLICT,
        /** The hub says, again, that this kiosk did not sign what it sent: staff must look. */
        FORGED,
        /** Part of this journal is damaged on the disk: staff must look. */
        DAMAGED
    }

    /**
     * This kiosk as the hub enrolled it.
     *
     * @param cle which of this kiosk's keys, in the count of the hub, signs its receipts now
     */
    record Borne(KioskId id, Secteur mairie, int cle) {}
}
