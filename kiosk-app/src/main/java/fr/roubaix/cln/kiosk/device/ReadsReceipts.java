package fr.roubaix.cln.kiosk.device;

import fr.roubaix.cln.hardware.scanner.Scan;

/** A screen to which a person may hold out a paper of theirs. */
public interface ReadsReceipts {

    /** Judges what was read, by whatever scanner and of whatever paper. */
    void scanned(Scan scan);
}
