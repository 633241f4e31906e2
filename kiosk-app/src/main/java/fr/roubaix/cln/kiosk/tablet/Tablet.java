package fr.roubaix.cln.kiosk.tablet;

import java.time.Instant;

import fr.roubaix.cln.hardware.profile.TerminalProfile;

/**
 * A tablet that an agent paired with this terminal.
 *
 * @param name what the mairie calls it, for example "Tablette accueil"
 * @param screen what its screen measures, and who holds it
 * @param seenAt when it last asked for something, to the minute
 */
public record Tablet(Id id, String name, TerminalProfile screen, Instant pairedAt, Instant seenAt) {

    /** Names one pairing; the same tablet paired again is another. */
    public record Id(String text) {}

    /** The longest name. */
    public static final int LONGEST_NAME = 40;

    Tablet seen(Instant at) {
        return new Tablet(id, name, screen, pairedAt, at);
    }
}
