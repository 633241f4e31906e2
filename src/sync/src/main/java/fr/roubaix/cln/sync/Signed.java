package fr.roubaix.cln.sync;

import java.util.Optional;

/**
 * Bytes and the signature over them, stored and sent as {@code base64url(bytes).base64url(signature)}. The byte string
 * is never serialised again: what was signed is what is kept.
 */
public record Signed(Bytes content, Bytes signature) {

    /** Signs content for one use. */
    public static Signed by(Signer signer, Use use, byte[] content) {
        return new Signed(Bytes.of(content), Bytes.of(signer.sign(use, content)));
    }

    /** Reads the text form, and nothing that {@link #text} would not write. Says nothing of the signature. */
    public static Optional<Signed> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return Bytes.parse(text.substring(0, dot))
                .flatMap(content -> Bytes.parse(text.substring(dot + 1))
                        .filter(signature -> signature.length() == 64)
                        .map(signature -> new Signed(content, signature)));
    }

    /** Whether the key's holder signed this for this use. */
    public boolean verifiedBy(VerifyingKey key, Use use) {
        return key.verifies(use, content.toArray(), signature.toArray());
    }

    /** SHA-256 of the content, without the signature. */
    public Hash hash() {
        return Hash.of(content);
    }

    public String text() {
        return content.base64url() + "." + signature.base64url();
    }
}
