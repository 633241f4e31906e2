package fr.roubaix.cln.hardware.scanner;

/** What is known of a scanner. None of them tells whether it can still read: only a reading proves that. */
public enum ScannerStatus {
    /** There, and listened to. */
    READY,
    /** Should be there, and is not: unplugged, or held by another program. It is looked for again and again. */
    UNREACHABLE,
    /** Perhaps there: it passes for a keyboard, and says nothing of itself. */
    UNKNOWN,
    /** This terminal has none. */
    ABSENT
}
