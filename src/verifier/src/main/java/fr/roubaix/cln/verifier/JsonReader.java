package fr.roubaix.cln.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/**
 * Reads JSON strictly (RFC 8259, UTF-8 without BOM, no name twice in an object) as a flat sequence of tokens, so that
 * two long files can be walked side by side without being held as trees.
 */
final class JsonReader {

    private static final int MAX_DEPTH = 32;

    /** What a token is. */
    enum Kind {
        OBJECT,
        OBJECT_END,
        ARRAY,
        ARRAY_END,
        NAME,
        STRING,
        NUMBER,
        LITERAL,
        END,
        /** The text is not JSON; the token says why, and the reader goes no further. */
        MALFORMED
    }

    /** A token; {@code text} is the name, the string unescaped, the number or literal as written, or a reason. */
    record Token(Kind kind, String text) {}

    private final byte[] bytes;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int position;
    private boolean started;

    JsonReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next token; {@link Kind#END} or {@link Kind#MALFORMED} is the last. */
    Token next() {
        try {
            return advance();
        } catch (MalformedException e) {
            return new Token(Kind.MALFORMED, "ligne " + line() + " : " + e.getMessage());
        }
    }

    /** Where the last token stands, for example {@code repartition[2].femmes}; empty at the top. */
    String path() {
        var path = new StringBuilder();
        for (Iterator<Frame> each = frames.descendingIterator(); each.hasNext(); ) {
            Frame frame = each.next();
            if (frame.array) {
                path.append(frame.count == 0 ? "" : "[" + (frame.count - 1) + "]");
            } else {
                path.append(path.isEmpty() || frame.name.isEmpty() ? "" : ".").append(frame.name);
            }
        }
        return path.toString();
    }

    private int line() {
        int line = 1;
        for (int i = 0; i < Math.min(position, bytes.length); i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private Token advance() {
        skipWhitespace();
        Frame frame = frames.peek();
        if (frame == null) {
            if (started && position < bytes.length) {
                throw new MalformedException("texte après la fin");
            }
            if (started) {
                return new Token(Kind.END, "");
            }
            started = true;
            return value();
        }
        return frame.array ? inArray(frame) : inObject(frame);
    }

    private Token inArray(Frame frame) {
        if (peek() == ']') {
            return close(Kind.ARRAY_END);
        }
        if (frame.count > 0) {
            expect(',');
        }
        frame.count++;
        return value();
    }

    private Token inObject(Frame frame) {
        if (frame.awaitsValue) {
            expect(':');
            frame.awaitsValue = false;
            return value();
        }
        if (peek() == '}') {
            return close(Kind.OBJECT_END);
        }
        if (frame.count > 0) {
            expect(',');
        }
        frame.count++;
        String name = string();
        if (!frame.names.add(name)) {
            throw new MalformedException("clé en double « " + Quotation.of(name) + " »");
        }
        frame.name = name;
        frame.awaitsValue = true;
        return new Token(Kind.NAME, name);
    }

    private Token close(Kind kind) {
        position++;
        frames.pop();
        return new Token(kind, "");
    }

    private Token value() {
        skipWhitespace();
        return switch (peek()) {
            case '{' -> open(false);
            case '[' -> open(true);
            case '"' -> new Token(Kind.STRING, string());
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    private Token open(boolean array) {
        if (frames.size() == MAX_DEPTH) {
            throw new MalformedException("trop de niveaux imbriqués");
        }
        position++;
        frames.push(new Frame(array));
        return new Token(array ? Kind.ARRAY : Kind.OBJECT, "");
    }

    private Token literal(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            take(literal.charAt(i));
        }
        return new Token(Kind.LITERAL, literal);
    }

    private Token number() {
        int start = position;
        if (peek() == '-') {
            position++;
        }
        if (peek() == '0') {
            position++;
        } else {
            digits();
        }
        if (peek() == '.') {
            position++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            position++;
            if (peek() == '+' || peek() == '-') {
                position++;
            }
            digits();
        }
        return new Token(Kind.NUMBER, new String(bytes, start, position - start, StandardCharsets.US_ASCII));
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw new MalformedException("valeur attendue");
        }
        while (isDigit(peek())) {
            position++;
        }
    }

    private String string() {
        skipWhitespace();
        take('"');
        var text = new StringBuilder();
        while (peek() != '"') {
            if (peek() == '\\') {
                text.append(escaped());
                continue;
            }
            int from = position;
            while (position < bytes.length && peek() != '"' && peek() != '\\' && !(peek() >= 0 && peek() < 0x20)) {
                position++;
            }
            if (from == position) {
                throw new MalformedException("texte entre guillemets non terminé");
            }
            text.append(decode(from, position));
        }
        position++;
        return text.toString();
    }

    private String decode(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("octets qui ne sont pas de l’UTF-8", e);
        }
    }

    private char escaped() {
        position++;
        int c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw new MalformedException("échappement inconnu");
        };
    }

    private char hexadecimal() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw new MalformedException("échappement inconnu");
            }
            code = (code << 4) | digit;
            position++;
        }
        return (char) code;
    }

    private void expect(char c) {
        take(c);
        skipWhitespace();
    }

    private void take(char c) {
        if (peek() != c) {
            throw new MalformedException("« " + c + " » attendu");
        }
        position++;
    }

    /** The byte ahead; negative at the end and for a byte that is not ASCII. */
    private int peek() {
        return position < bytes.length ? bytes[position] : Integer.MIN_VALUE;
    }

    private void skipWhitespace() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            position++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static final class Frame {
        private final boolean array;
        private final Set<String> names = new HashSet<>();
        private String name = "";
        private int count;
        private boolean awaitsValue;

        Frame(boolean array) {
            this.array = array;
        }
    }

    /** Never leaves this class: {@link #next} turns it into a token. */
    private static final class MalformedException extends RuntimeException {
        MalformedException(String reason) {
            super(reason);
        }

        MalformedException(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
