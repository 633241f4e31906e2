package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.time.LocalDate;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/**
 * What the draw still needs of a person once the list of their call is frozen: a seat never goes to a code without identity
 * (art. 7 §2). The feature that knows the draw answers.
 */
@FunctionalInterface
public interface BesoinDuTirage {

    Besoin de(AppelId appel, ReceiptCode code);

    /** Why an identity is kept. */
    sealed interface Besoin {

        /** It is not, any more. */
        record Aucun() implements Besoin {}

        /** No die is thrown: annulling the freeze, with its reason, lets the person go, and a new list is published. */
        record ArretAnnulable() implements Besoin {}

        /** The dice are thrown: the list stands, and a person who withdraws is treated as refusing. */
        record DesLances() implements Besoin {}

        /** Drawn without a seat: kept through this day for whoever contests the draw. */
        record JusquAu(LocalDate jour) implements Besoin {}

        /** Holds a seat. */
        record Designee() implements Besoin {}

        /**
         * Somebody contests the draw or a decision: kept until the hold of this number is lifted.
         *
         * @param toutLAppel every application of the call is held, not this one alone
         */
        record Contestee(long suspension, boolean toutLAppel, Instant depuis, String motif) implements Besoin {}
    }
}
