package fr.roubaix.cln.hardware.profile;

/** A terminal's screen. Millimetres matter as much as pixels: a target is as large as a finger, not as a number. */
public record TerminalProfile(
        DeviceName id, String name, Orientation orientation, Size pixels, Size millimetres, boolean touch) {

    /** Pixels to a millimetre. */
    public double pixelsPerMillimetre() {
        return (double) pixels.width() / millimetres.width();
    }

    /** How the screen stands. */
    public enum Orientation {
        LANDSCAPE,
        PORTRAIT
    }

    /** Width and height. */
    public record Size(int width, int height) {}
}
