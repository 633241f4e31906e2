package fr.roubaix.cln.hardware.profile;

/**
 * A terminal's screen, and who stands before it. Millimetres matter as much as pixels: a target is as large as a finger,
 * a letter as tall as its reader needs from where they stand.
 *
 * @param pixels those of the browser, the scale of the system already taken off
 * @param pixelsPerMillimetre the same in both directions
 * @param distance from the reader's eye to the screen, in millimetres
 */
public record TerminalProfile(
        DeviceName id,
        String name,
        Kind kind,
        Orientation orientation,
        Size pixels,
        double pixelsPerMillimetre,
        int distance,
        boolean touch,
        Keyboard keyboard) {

    /** Who holds it. */
    public enum Kind {
        /** Stands in a mairie; residents. */
        KIOSK,
        /** In the hand of an agent, who is trained and whose eyes were asked. */
        AGENT_TABLET,
        /** Lent to residents: as easy to read as a kiosk. */
        RESIDENT_TABLET
    }

    /** How the screen stands; a tablet may be turned at any moment. */
    public enum Orientation {
        LANDSCAPE,
        PORTRAIT
    }

    /** Where letters come from. */
    public enum Keyboard {
        /** Ours, drawn on the screen. */
        ON_SCREEN,
        /** The device's own, drawn or with keys. */
        OWN
    }

    /** Width and height in pixels. */
    public record Size(int width, int height) {}
}
