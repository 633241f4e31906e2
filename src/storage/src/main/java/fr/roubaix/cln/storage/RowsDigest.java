package fr.roubaix.cln.storage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table hold, in one number that depends neither on their order nor on the database: the sum, modulo
 * 2<sup>256</sup>, of the SHA-256 of each row. Two databases sort texts differently, so that an ordered digest would tell
 * nothing.
 */
final class RowsDigest {

    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private final MessageDigest sha256 = CopyOnDisk.sha256Digest();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    /** @param values a row, its columns in the same order on both sides */
    void add(@Nullable Object[] values) {
        sum = sum.add(new BigInteger(1, sha256.digest(encoded(values)))).mod(MODULUS);
        rows++;
    }

    long rows() {
        return rows;
    }

    /** The sum, in hexadecimal. */
    String hex() {
        byte[] bytes = sum.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(bytes.length, fixed.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        return HexFormat.of().formatHex(fixed);
    }

    /** Each value behind its type and its length, so that no two rows have the same bytes. */
    private static byte[] encoded(@Nullable Object[] values) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (Object value : values) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('N');
            case Integer number -> integer(out, number);
            case Long number -> integer(out, number);
            case Double number -> {
                out.writeByte('D');
                out.writeDouble(number);
            }
            case String text -> bytes(out, 'T', text.getBytes(StandardCharsets.UTF_8));
            case byte[] octets -> bytes(out, 'B', octets);
            default -> throw new IllegalArgumentException("no column of ours holds a " + value.getClass());
        }
    }

    private static void integer(DataOutputStream out, long number) throws IOException {
        out.writeByte('I');
        out.writeLong(number);
    }

    private static void bytes(DataOutputStream out, char type, byte[] bytes) throws IOException {
        out.writeByte(type);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
