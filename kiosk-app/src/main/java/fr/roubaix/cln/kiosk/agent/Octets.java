package fr.roubaix.cln.kiosk.agent;

import java.util.Locale;

/** Sizes as a person reads them: decimal units, as printed on sticks. */
final class Octets {

    private static final long KO = 1_000;

    private Octets() {}

    /** "1,4 Go", "320 Mo", "12 Ko". */
    static String lisibles(long octets) {
        if (octets >= KO * KO * KO) {
            return String.format(Locale.FRANCE, "%.1f\u00a0Go", octets / 1e9);
        }
        return octets >= KO * KO ? octets / (KO * KO) + "\u00a0Mo" : octets / KO + "\u00a0Ko";
    }
}
