package fr.roubaix.cln.hub.fleet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import fr.roubaix.cln.sync.Hash;

/**
 * The edition of the bulletin that a kiosk says it has, by the tag that it was given with it (RFC 9110 §13.1.2). A hub
 * that was put back from a backup learns in this way how far its kiosks have read.
 *
 * @param content how its content began, in hexadecimal; empty when the kiosk had it from a stick, without a tag
 */
record ReadEdition(long serial, String content) {

    /**
     * No clock gives more (the year 36812): what lies above was made up, and following it would use up the numbers.
     */
    static final long CEILING = 1L << 40;

    private static final int HEX = 16;
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,13})(?:-([0-9a-f]{" + HEX + "}))?\"");

    /** What an {@code If-None-Match} says; empty when it names no edition. */
    static Optional<ReadEdition> parse(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .map(TAG::matcher)
                .filter(Matcher::matches)
                .map(tag -> new ReadEdition(Long.parseLong(tag.group(1)), tag.group(2) == null ? "" : tag.group(2)))
                .filter(read -> read.serial() < CEILING);
    }

    /** The tag of an edition. */
    static String tag(long serial, Hash content) {
        return "\"" + serial + "-" + content.hex().substring(0, HEX) + "\"";
    }

    /** Whether a kiosk that has this one would refuse that other one as old. */
    boolean outweighs(long other, Hash otherContent) {
        return serial > other || (serial == other && !otherContent.hex().startsWith(content));
    }
}
