package fr.roubaix.cln.sync;

import java.util.Optional;

/**
 * What travels on a USB stick when there is no network. A file {@value #EXPORT} holds the stored envelopes of a kiosk,
 * one text form of {@link Signed} per line and nothing else. The hub's answer, a file {@value #RETURN}, holds one
 * {@link Line} per line. Lines end with LF; nothing in either file is trusted before its own signature is verified.
 */
public final class Bundle {

    /** Extension of what a kiosk exports. */
    public static final String EXPORT = ".clnbundle";

    /** Extension of what the hub writes in return. */
    public static final String RETURN = ".clnreturn";

    /** The longest line that either file may hold, in characters: a bulletin, and the word before it. */
    public static final int MAX_LINE = Bulletin.MAX_TEXT + 16;

    private Bundle() {}

    /** What a line of a return is. */
    public enum Content {
        ACK,
        BULLETIN,
        STATUTS,
        /** Which address base there is: an {@link AddressEdition}. */
        ADRESSES,
        /** Bytes of its file, at most {@link AddressEdition#MAX_PIECE}, in their order after the line that names it. */
        MORCEAU
    }

    /** One line of a return: {@code CONTENT SP signed}. */
    public record Line(Content content, Signed signed) {

        public String text() {
            return content.name() + " " + signed.text();
        }

        /** Reads the text form, and nothing that {@link #text} would not write. Says nothing of the signature. */
        public static Optional<Line> parse(String text) {
            for (Content content : Content.values()) {
                if (text.startsWith(content.name() + " ")) {
                    return Signed.parse(text.substring(content.name().length() + 1))
                            .map(signed -> new Line(content, signed));
                }
            }
            return Optional.empty();
        }
    }
}
