package fr.roubaix.cln.sync;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** An immutable run of bytes that compares by content; base64url without padding (RFC 4648 §5) when it travels. */
public final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** Reads base64url; anything that {@link #base64url} would not write back is refused. */
    public static Optional<Bytes> parse(String base64url) {
        try {
            var bytes = new Bytes(Base64.getUrlDecoder().decode(base64url));
            return bytes.base64url().equals(base64url) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String base64url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
    }

    public int length() {
        return content.length;
    }

    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Only the length: what is inside may be personal. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
