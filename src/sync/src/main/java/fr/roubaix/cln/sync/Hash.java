package fr.roubaix.cln.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 (FIPS 180-4), in 64 lower-case hexadecimal digits. */
public record Hash(String hex) {

    /** Stands before the first envelope of a chain. */
    public static final Hash ZERO = new Hash("0".repeat(64));

    public Hash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
    }

    public static Hash of(byte[] content) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public static Hash of(Bytes content) {
        return of(content.toArray());
    }

    @Override
    public String toString() {
        return hex;
    }
}
