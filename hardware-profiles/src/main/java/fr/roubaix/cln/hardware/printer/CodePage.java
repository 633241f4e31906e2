package fr.roubaix.cln.hardware.printer;

import java.nio.charset.Charset;

/**
 * A character table of a printer.
 *
 * @param number what {@code ESC t} selects it by, from the data sheet
 * @param charset the same table as Java names it
 */
public record CodePage(int number, Charset charset) {
    public CodePage {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("a code page number is 0 to 255");
        }
    }

    /** Whether every character of a text is in the table; a text that is not must be printed as a picture. */
    public boolean holds(String text) {
        return charset.newEncoder().canEncode(text);
    }
}
