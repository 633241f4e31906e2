package fr.roubaix.cln.kiosk.device;

/** The door of a terminal that has a scanner. */
public final class ScansDEssai {

    private ScansDEssai() {}

    public static Scans available() {
        return new Scans(true);
    }

    /** The door of a terminal that has none. */
    public static Scans none() {
        return new Scans(false);
    }
}
