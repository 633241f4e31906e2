package fr.roubaix.cln.kiosk.device;

/** A screen to which a person may hold out a paper of theirs. */
public interface ReadsReceipts {

    /** Judges what the scanner of this terminal read, of whatever paper it was. */
    void scanned(String text);
}
