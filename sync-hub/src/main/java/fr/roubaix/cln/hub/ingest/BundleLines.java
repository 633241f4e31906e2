package fr.roubaix.cln.hub.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import fr.roubaix.cln.sync.Bundle;

/** The lines of a bundle, one after the other; none is held longer than {@link Bundle#MAX_LINE}. */
final class BundleLines {

    private final InputStream in;

    BundleLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<Line> next() throws IOException {
        var text = new ByteArrayOutputStream();
        boolean tooLong = false;
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (text.size() < Bundle.MAX_LINE) {
                text.write(read);
            } else {
                tooLong = true;
            }
        }
        return Optional.of(tooLong ? new Line("") : new Line(text.toString(StandardCharsets.ISO_8859_1)));
    }

    /** One line; empty when it was too long to be anything. */
    record Line(String text) {}
}
