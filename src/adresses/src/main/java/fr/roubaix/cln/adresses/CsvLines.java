package fr.roubaix.cln.adresses;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The lines of a CSV file in UTF-8, one at a time: however long the file or a line is, one line at most is in memory. */
final class CsvLines {

    private static final int LONGEST = 16 * 1024;
    private static final char SEPARATOR = ';';
    private static final String BOM = "\uFEFF";

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long number;

    CsvLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Number of the line last read, from 1. */
    long number() {
        return number;
    }

    /**
     * The fields of the next line; no fields when the line cannot be split; empty at the end of the file.
     *
     * @throws Refusal the file is not in UTF-8
     */
    Optional<List<String>> next() throws IOException, Refusal {
        int length = 0;
        int read = in.read();
        if (read < 0) {
            return Optional.empty();
        }
        number++;
        while (read >= 0 && read != '\n') {
            if (length < LONGEST) {
                buffer[length] = (byte) read;
            }
            length++;
            read = in.read();
        }
        return Optional.of(length > LONGEST ? List.of() : fields(text(length)));
    }

    private String text(int length) throws Refusal {
        int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
        if (number == 1 && end > 1 && (buffer[0] & 0xFE) == 0xFE && (buffer[1] & 0xFE) == 0xFE) {
            throw new Refusal("Le fichier est en UTF-16. Enregistrez-le en « CSV UTF-8 », puis recommencez.");
        }
        try {
            String line = decoder.decode(ByteBuffer.wrap(buffer, 0, end)).toString();
            return number == 1 && line.startsWith(BOM) ? line.substring(1) : line;
        } catch (CharacterCodingException e) {
            throw new Refusal("La ligne " + number + " n’est pas en UTF-8 : le fichier est sans doute en Latin-1"
                    + " (ou Windows-1252). Téléchargez de nouveau le fichier de la Base Adresse Nationale, ou"
                    + " enregistrez-le en « CSV UTF-8 », puis recommencez.");
        }
    }

    /** RFC 4180 on one line: quotes around a field, doubled inside it. */
    private static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(String.valueOf(SEPARATOR), -1));
        }
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            var field = new StringBuilder();
            Integer end = field(line, at, field);
            if (end == null) {
                return List.of();
            }
            fields.add(field.toString());
            at = end + 1;
        }
        return fields;
    }

    /** Where the field that begins here ends; none when its quotes are wrong. */
    private static @Nullable Integer field(String line, int from, StringBuilder field) {
        boolean quoted = from < line.length() && line.charAt(from) == '"';
        int at = quoted ? from + 1 : from;
        while (quoted) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                return null;
            }
            field.append(line, at, quote);
            boolean doubled = quote + 1 < line.length() && line.charAt(quote + 1) == '"';
            if (doubled) {
                field.append('"');
            }
            quoted = doubled;
            at = quote + (doubled ? 2 : 1);
        }
        int end = line.indexOf(SEPARATOR, at);
        String rest = line.substring(at, end < 0 ? line.length() : end);
        if (at > from && !rest.isEmpty()) {
            return null;
        }
        field.append(rest);
        return end < 0 ? line.length() : end;
    }
}
