package fr.roubaix.cln.hardware.scanner;

/**
 * Something that was read, whatever read it: a receipt, or anything else that somebody held out.
 *
 * @param text at most {@link #LONGEST} characters; what came beyond is dropped
 * @param whole the reader said where the text ends; otherwise silence did, and a part of it may be missing
 */
public record Scan(String text, Source source, boolean whole) {

    /** Longer than any square of a receipt, some 140 characters: what is longer is no receipt. */
    public static final int LONGEST = 512;

    public Scan {
        text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** Read from its beginning to its end. */
    public static Scan whole(String text, Source source) {
        return new Scan(text, source, true);
    }

    /** What read it. */
    public enum Source {
        /** A scanner on a serial line, or on USB that passes for one. */
        SERIAL,
        /** A scanner that passes for a keyboard. */
        WEDGE,
        /** The camera of a tablet. */
        CAMERA,
        /** A person, with a keyboard. */
        TYPED,
        /** The one that one plays with. */
        VIRTUAL
    }
}
