package fr.roubaix.cln.kiosk.sync;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;
import fr.roubaix.cln.sync.AgentId;

/**
 * The ledger of the papers asked of the printer. A paper is written down before its first byte is sent: whatever happens after,
 * a fault or the end of the process, the next one of the same receipt bears a number.
 */
public interface PrintJobs {

    /**
     * A paper of a receipt is about to be sent.
     *
     * @return 0 for the original, where no other may be on paper; else the number of the duplicate that it must bear
     */
    int begin(ReceiptCode code, Paper paper);

    /**
     * A duplicate that was given its number is about to be sent.
     *
     * @return its number, or the next one if a paper of that number may be out
     */
    int begin(ReceiptCode code, Paper paper, int number);

    /** What became of a paper; while nobody says, it counts as printed. */
    void end(ReceiptCode code, Paper paper, int number, Outcome outcome);

    /** Gives the next duplicate of the receipt of an application its number, and keeps who asked for it. */
    int number(ReceiptCode code, AgentId agent);

    /** The number of the last duplicate of the receipt of an application that may be out, or was promised; 0 for none. */
    int duplicates(ReceiptCode code);

    /** What a receipt is of. */
    enum Paper {
        APPLICATION,
        WITHDRAWAL
    }

    /** What is known of a paper once the printer answered. */
    enum Outcome {
        /** It may be on paper, whole or half. */
        SENT,
        PRINTED,
        /** The printer refused it before its first byte: its number is free again. */
        NOTHING
    }
}
