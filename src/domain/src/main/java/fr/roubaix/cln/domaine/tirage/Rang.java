package fr.roubaix.cln.domaine.tirage;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A rank: 256 bits of SHA-256, the lower the better. Ordered as its hexadecimal text is. Held as four words because a
 * draw has one per candidate.
 */
public record Rang(long a, long b, long c, long d) implements Comparable<Rang> {

    static Rang de(byte[] empreinte) {
        if (empreinte.length != 32) {
            throw new IllegalArgumentException("a rank has 32 bytes");
        }
        ByteBuffer octets = ByteBuffer.wrap(empreinte);
        return new Rang(octets.getLong(), octets.getLong(), octets.getLong(), octets.getLong());
    }

    /** The 64 lower-case hexadecimal digits. */
    public String hex() {
        HexFormat format = HexFormat.of();
        return format.toHexDigits(a) + format.toHexDigits(b) + format.toHexDigits(c) + format.toHexDigits(d);
    }

    @Override
    public int compareTo(Rang autre) {
        int ordre = Long.compareUnsigned(a, autre.a);
        if (ordre == 0) {
            ordre = Long.compareUnsigned(b, autre.b);
        }
        if (ordre == 0) {
            ordre = Long.compareUnsigned(c, autre.c);
        }
        return ordre == 0 ? Long.compareUnsigned(d, autre.d) : ordre;
    }

    @Override
    public String toString() {
        return hex();
    }
}
