package fr.roubaix.cln.hub.candidature;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import fr.roubaix.cln.domaine.candidature.AppelId;
import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.hub.candidature.CandidaturesModifiables.Trace;
import fr.roubaix.cln.hub.security.Identifiant;

/** What staff said of applications that look alike: never asked again, unless the answer is lifted. */
interface PairesDeDoublon {

    /** The answers that hold, over a call. */
    List<Paire> decidees(AppelId appel);

    /** The answers that hold and concern an application. */
    List<Paire> decidees(ReceiptCode code);

    /** Every answer that ever concerned an application, lifted ones too, the first one first. */
    List<Reponse> reponses(ReceiptCode code);

    /**
     * Writes an answer down; false when there is one already.
     *
     * @param gardee the one kept when both are one person's; empty for two people
     */
    boolean decider(ReceiptCode a, ReceiptCode b, Optional<ReceiptCode> gardee, Trace trace);

    /** Lifts the answer on two applications; false when there is none. */
    boolean lever(ReceiptCode a, ReceiptCode b, Trace trace);

    /** Lifts the answers by which this application gave way to another. */
    void lever(ReceiptCode code, Trace trace);

    /**
     * An answer, and what became of it.
     *
     * @param leveeLe when the question was asked again; empty while the answer holds
     */
    record Reponse(Paire paire, Optional<Instant> leveeLe, Optional<Identifiant> leveePar) {}

    /** An answer; {@code a} is the smaller code. */
    record Paire(ReceiptCode a, ReceiptCode b, Optional<ReceiptCode> gardee, Instant le, Identifiant par) {
        ReceiptCode autre(ReceiptCode code) {
            return a.equals(code) ? b : a;
        }
    }
}
