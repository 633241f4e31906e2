package fr.roubaix.cln.kiosk.sync;

import java.time.Instant;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.EnvelopeId;
import fr.roubaix.cln.sync.Message;

/** The append-only journal of this mairie. Once an envelope is appended this kiosk can no longer read it. */
public interface Journal {

    /**
     * Seals a message for the hub, signs it, chains it, and appends it in one fsynced transaction. When this returns,
     * the message survives loss of power. Appending the same id again changes nothing and gives the first answer, so a
     * second click is harmless.
     *
     * @throws JournalUnavailableException nothing was stored: disk full, read-only, not yet enrolled
     */
    Inscription append(EnvelopeId id, Message message);

    /**
     * The same for a declaration of this mairie or an event, which nobody gets a receipt for.
     *
     * @return wall clock of the terminal
     * @throws JournalUnavailableException nothing was stored: disk full, read-only, not yet enrolled
     */
    Instant note(EnvelopeId id, Message message);

    /**
     * What was written.
     *
     * @param code the receipt code now attached to the id
     * @param at wall clock of the terminal
     */
    record Inscription(EnvelopeId id, ReceiptCode code, Instant at) {}
}
