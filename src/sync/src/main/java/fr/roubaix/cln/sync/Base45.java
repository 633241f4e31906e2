package fr.roubaix.cln.sync;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Base45 (RFC 9285): bytes as text that a QR code stores in its compact alphanumeric mode. Reading is strict, so that
 * one byte string has exactly one text.
 */
public final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int RADIX = 45;

    private Base45() {}

    /** Two bytes become three characters, a last odd byte becomes two. */
    public static String encode(byte[] bytes) {
        var text = new StringBuilder(bytes.length / 2 * 3 + 2);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int value = (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
            text.append(ALPHABET.charAt(value % RADIX))
                    .append(ALPHABET.charAt(value / RADIX % RADIX))
                    .append(ALPHABET.charAt(value / (RADIX * RADIX)));
        }
        if (bytes.length % 2 == 1) {
            int value = bytes[bytes.length - 1] & 0xff;
            text.append(ALPHABET.charAt(value % RADIX)).append(ALPHABET.charAt(value / RADIX));
        }
        return text.toString();
    }

    /** The bytes of a text; none when a character, the length or a group's value is outside RFC 9285. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream(text.length() / 3 * 2 + 1);
        for (int i = 0; i < text.length(); i += 3) {
            int length = Math.min(3, text.length() - i);
            int value = valueOf(text, i, length);
            if (value < 0 || value > (length == 3 ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (length == 3) {
                bytes.write(value >>> 8);
            }
            bytes.write(value);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static int valueOf(String text, int start, int length) {
        int value = 0;
        for (int i = start + length - 1; i >= start; i--) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * RADIX + digit;
        }
        return value;
    }
}
