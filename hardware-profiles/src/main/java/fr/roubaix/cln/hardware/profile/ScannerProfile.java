package fr.roubaix.cln.hardware.profile;

import java.util.Set;

/**
 * What is known of a scanner model.
 *
 * @param modes the ways in which it can be set to give what it read; at least one
 * @param qrCode whether it reads square codes: one that reads only bars reads no receipt
 */
public record ScannerProfile(DeviceName id, String name, Set<Mode> modes, boolean qrCode) {

    public ScannerProfile {
        modes = Set.copyOf(modes);
    }

    /** How a scanner gives what it read. */
    public enum Mode {
        /** As if somebody typed it on a keyboard. */
        WEDGE,
        /** On a serial line, real or over USB: what is read never depends on the layout of a keyboard. */
        SERIAL
    }
}
