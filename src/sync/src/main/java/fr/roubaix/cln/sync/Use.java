package fr.roubaix.cln.sync;

import java.nio.charset.StandardCharsets;

/**
 * What a signature is for. Every Ed25519 signature of the system is over {@code "cln/<use>/1" 0x00 ‖ bytes}, so that a
 * signature for one use is worthless for another.
 */
public enum Use {
    ENVELOPE,
    REQUEST,
    RECEIPT,
    ACK,
    BULLETIN,
    STATUTS,
    SUCCESSION,
    ADRESSES,
    MORCEAU;

    /** The bytes that are signed for a content. */
    public byte[] frame(byte[] content) {
        byte[] prefix =
                ("cln/" + name().toLowerCase(java.util.Locale.ROOT) + "/1\0").getBytes(StandardCharsets.US_ASCII);
        byte[] framed = java.util.Arrays.copyOf(prefix, prefix.length + content.length);
        System.arraycopy(content, 0, framed, prefix.length, content.length);
        return framed;
    }
}
