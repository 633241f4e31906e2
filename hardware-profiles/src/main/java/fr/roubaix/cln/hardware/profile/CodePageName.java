package fr.roubaix.cln.hardware.profile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;

/** The name of a character table as the public escpos-printer-db writes it. */
record CodePageName(String text) {

    /** The same table as Java knows it; none where it does not. */
    Optional<Charset> charset() {
        String windows = text.replaceFirst("^CP(125[0-8])$", "windows-$1");
        for (String name : List.of(windows, text.equals("CP932") ? "windows-31j" : text)) {
            try {
                return Optional.of(Charset.forName(name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
                // Tried under its next name.
            }
        }
        return Optional.empty();
    }
}
