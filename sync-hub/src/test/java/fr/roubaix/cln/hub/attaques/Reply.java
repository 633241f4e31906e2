package fr.roubaix.cln.hub.attaques;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as it came over the wire. */
record Reply(int status, List<String> headers, String body) {

    /**
     * Reads what came, one character per byte. Status 0: the hub closed the connection without a word.
     */
    static Reply of(String wire) {
        int end = wire.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Reply(0, List.of(), wire);
        }
        var lines = Arrays.asList(wire.substring(0, end).split("\r\n", -1));
        var head = new Reply(Integer.parseInt(lines.getFirst().substring(9, 12)), lines.subList(1, lines.size()), "");
        String sent = wire.substring(end + 4);
        String body = head.header("Transfer-Encoding").isPresent() ? whole(sent) : sent;
        return new Reply(
                head.status(),
                head.headers(),
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** What came in chunks (RFC 9112, section 7.1). */
    private static String whole(String chunks) {
        var whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int size = Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (size == 0) {
                break;
            }
            whole.append(chunks, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return whole.toString();
    }

    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** Where it sends the browser, without the host. */
    String location() {
        return header("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }
}
