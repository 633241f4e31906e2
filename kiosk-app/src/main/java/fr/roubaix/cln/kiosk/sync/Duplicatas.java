package fr.roubaix.cln.kiosk.sync;

import fr.roubaix.cln.domaine.candidature.ReceiptCode;

/** The numbers of the receipts that were asked of the printer again. */
@FunctionalInterface
public interface Duplicatas {

    /**
     * Gives the next duplicate of a receipt its number. The person asked for it on the screen that shows their number,
     * because the printer failed: no agent stands behind it.
     */
    int numeroterUneReprise(ReceiptCode code);
}
