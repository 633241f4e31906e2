package fr.roubaix.cln.hardware.printer;

import java.io.ByteArrayOutputStream;

import fr.roubaix.cln.hardware.raster.Bitmap;

/**
 * Writes ESC/POS: the part of it that receipts need and that every printer of the public escpos-printer-db knows.
 * Commands as in Epson's ESC/POS reference.
 */
public final class EscPos {

    private static final int ESC = 0x1b;
    private static final int GS = 0x1d;

    /** Rows of one raster command: small printers buffer a command whole, and 128 rows of 80 mm are 9 KB. */
    private static final int BAND = 128;

    /** No command of ours is longer: a band of the widest paper that a profile may have, 4 inches at 203 dots. */
    static final int LONGEST_BAND = BAND * 104 + 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private CodePage codePage;

    /** A job for a printer whose default table is this one. */
    public EscPos(CodePage codePage) {
        this.codePage = codePage;
    }

    /** Back to the settings of power-on ({@code ESC @}), then the code page ({@code ESC t}). */
    public EscPos initialise() {
        write(ESC, '@');
        return codePage(codePage);
    }

    /** The table of the texts that follow ({@code ESC t n}). */
    public EscPos codePage(CodePage page) {
        codePage = page;
        return write(ESC, 't', page.number());
    }

    /** Where lines stand ({@code ESC a n}). */
    public EscPos align(Alignment alignment) {
        return write(ESC, 'a', alignment.argument);
    }

    /** Bold on or off ({@code ESC E n}). */
    public EscPos bold(boolean on) {
        return write(ESC, 'E', on ? 1 : 0);
    }

    /** A line under the letters, 0 to 2 dots thick ({@code ESC - n}). */
    public EscPos underline(int dots) {
        if (dots < 0 || dots > 2) {
            throw new IllegalArgumentException("an underline is 0 to 2 dots");
        }
        return write(ESC, '-', dots);
    }

    /** White letters on black ({@code GS B n}). */
    public EscPos reversed(boolean on) {
        return write(GS, 'B', on ? 1 : 0);
    }

    /** Which of the two faces that every printer has ({@code ESC M n}). */
    public EscPos font(Font font) {
        return write(ESC, 'M', font == Font.A ? 0 : 1);
    }

    /** Characters so many times wider and taller, 1 to 8 ({@code GS ! n}). */
    public EscPos size(int width, int height) {
        if (width < 1 || width > 8 || height < 1 || height > 8) {
            throw new IllegalArgumentException("characters grow one to eight times");
        }
        return write(GS, '!', (width - 1) << 4 | (height - 1));
    }

    /**
     * A line of text in the code page, and its line feed.
     *
     * @throws IllegalArgumentException a character is not in the code page ({@link CodePage#holds}), or is a control
     */
    public EscPos line(String text) {
        if (!codePage.holds(text) || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("this text is not in code page " + codePage.charset());
        }
        bytes.writeBytes(text.getBytes(codePage.charset()));
        return write('\n');
    }

    /** A picture, dot for dot, in bands ({@code GS v 0}); the white on the right of a band is not sent. */
    public EscPos raster(Bitmap picture) {
        return raster(picture, 0);
    }

    private EscPos raster(Bitmap picture, int mode) {
        for (int row = 0; row < picture.height(); row += BAND) {
            int rows = Math.min(BAND, picture.height() - row);
            int perRow = picture.inkedBytes(row, rows);
            write(GS, 'v', '0', mode, perRow & 0xff, perRow >>> 8, rows & 0xff, rows >>> 8);
            bytes.writeBytes(picture.rows(row, rows, perRow));
        }
        return this;
    }

    /**
     * A picture of which every dot prints as four, in bands ({@code GS v 0} with both its sizes doubled): a quarter of the
     * bytes, for a line that is slow.
     */
    public EscPos doubledRaster(Bitmap picture) {
        return raster(picture, 3);
    }

    /** Moves the paper by so many dots, 0 to 255 ({@code ESC J n}). */
    public EscPos feedDots(int dots) {
        if (dots < 0 || dots > 255) {
            throw new IllegalArgumentException("a feed is 0 to 255 dots");
        }
        return write(ESC, 'J', dots);
    }

    /** Moves the paper by so many lines, 0 to 255 ({@code ESC d n}). */
    public EscPos feedLines(int lines) {
        if (lines < 0 || lines > 255) {
            throw new IllegalArgumentException("a feed is 0 to 255 lines");
        }
        return write(ESC, 'd', lines);
    }

    /** Moves the paper past the blade and cuts ({@code GS V 65} or {@code GS V 66}). */
    public EscPos cut(Cut cut) {
        return switch (cut) {
            case FULL -> write(GS, 'V', 65, 0);
            case PARTIAL -> write(GS, 'V', 66, 0);
            // No blade: bring the last line past the tear bar.
            case NONE -> feedLines(5);
        };
    }

    /** The job so far. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    private EscPos write(int... octets) {
        for (int octet : octets) {
            bytes.write(octet);
        }
        return this;
    }

    /** The faces of a printer. */
    public enum Font {
        /** 12 dots wide, 24 tall: 48 characters on 80 mm, 32 on 58 mm. */
        A,
        /** 9 dots wide, 17 or 24 tall. */
        B
    }

    /** Where a line stands. */
    public enum Alignment {
        LEFT(0),
        CENTRE(1),
        RIGHT(2);

        private final int argument;

        Alignment(int argument) {
            this.argument = argument;
        }
    }

    /** What a printer's blade can do. */
    public enum Cut {
        FULL,
        /** Leaves a point, so that the receipt does not fall. */
        PARTIAL,
        /** There is none: the person tears. */
        NONE
    }
}
