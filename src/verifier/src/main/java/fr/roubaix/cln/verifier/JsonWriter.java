package fr.roubaix.cln.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

import fr.roubaix.cln.domaine.tirage.Rang;

/**
 * Writes exactly the bytes of ECMAScript's {@code JSON.stringify(value, null, 2)} (ECMA-262 §25.5.2), so that two
 * programs that agree on a value agree on its file.
 */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;
    private int depth;
    private boolean first = true;

    /** @param expected about how many bytes will be written; more may be */
    public JsonWriter(int expected) {
        bytes = new byte[Math.max(64, expected)];
    }

    /** Writes an object as a value. */
    public JsonWriter object(Runnable members) {
        return enclosed('{', '}', members);
    }

    /** Writes an array whose elements are written one by one. */
    public <T> JsonWriter array(Iterable<T> elements, BiConsumer<JsonWriter, T> element) {
        return enclosed(
                '[',
                ']',
                () -> elements.forEach(each -> {
                    separate();
                    element.accept(this, each);
                }));
    }

    /** Writes the name of a member; its value must follow. */
    public JsonWriter name(String name) {
        separate();
        string(name);
        ascii(": ");
        return this;
    }

    public JsonWriter string(String value) {
        put('"');
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            character(c);
        }
        put('"');
        return this;
    }

    public JsonWriter number(long value) {
        return ascii(Long.toString(value));
    }

    JsonWriter number(BigInteger value) {
        return ascii(value.toString());
    }

    public JsonWriter bool(boolean value) {
        return ascii(value ? "true" : "false");
    }

    public JsonWriter nothing() {
        return ascii("null");
    }

    /** The bytes written, and the line feed that ends a text file. */
    public byte[] toBytes() {
        put('\n');
        return Arrays.copyOf(bytes, length);
    }

    private JsonWriter enclosed(char open, char close, Runnable content) {
        put(open);
        depth++;
        first = true;
        content.run();
        depth--;
        if (!first) {
            newLine();
        }
        first = false;
        put(close);
        return this;
    }

    private void separate() {
        if (!first) {
            put(',');
        }
        first = false;
        newLine();
    }

    private void newLine() {
        put('\n');
        for (int i = 0; i < depth; i++) {
            ascii("  ");
        }
    }

    /** Writes a rank as a string of 64 hexadecimal digits, without building it: a large draw has one per candidate. */
    JsonWriter rank(Rang rang) {
        put('"');
        hex(rang.a());
        hex(rang.b());
        hex(rang.c());
        hex(rang.d());
        put('"');
        return this;
    }

    private void hex(long word) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            put(HEX[(int) (word >>> shift) & 15]);
        }
    }

    private void character(int c) {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\b' -> ascii("\\b");
            case '\f' -> ascii("\\f");
            case '\n' -> ascii("\\n");
            case '\r' -> ascii("\\r");
            case '\t' -> ascii("\\t");
            default -> {
                if (c < 0x20 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                    escape(c);
                } else if (c < 0x80) {
                    put(c);
                } else {
                    for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                        put(b);
                    }
                }
            }
        }
    }

    private void escape(int c) {
        ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            put(HEX[(c >> shift) & 15]);
        }
    }

    private JsonWriter ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
        return this;
    }

    private void put(int b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) b;
    }
}
