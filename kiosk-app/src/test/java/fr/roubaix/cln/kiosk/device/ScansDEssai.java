package fr.roubaix.cln.kiosk.device;

import fr.roubaix.cln.hardware.scanner.ScannerStatus;

/** The door of a terminal that has a scanner. */
public final class ScansDEssai {

    private ScansDEssai() {}

    public static Scans available() {
        return new Scans(ScannerStatus.READY);
    }

    /** The door of a terminal that has none. */
    public static Scans none() {
        return new Scans(ScannerStatus.ABSENT);
    }
}
