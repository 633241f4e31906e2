package fr.roubaix.cln.sync;

import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.subtle.Ed25519Verify;

/**
 * A public Ed25519 key (RFC 8032): what verifies signatures.
 *
 * @param raw its 32 bytes
 */
public record VerifyingKey(Bytes raw) {

    public VerifyingKey {
        if (raw.length() != 32) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes");
        }
    }

    /** Reads base64url of 32 bytes. */
    public static Optional<VerifyingKey> parse(String base64url) {
        return Bytes.parse(base64url).filter(b -> b.length() == 32).map(VerifyingKey::new);
    }

    /** Whether this key's holder signed this content for this use. */
    public boolean verifies(Use use, byte[] content, byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        try {
            // The same curve as the JDK's, in a third of the time: a hub does little else.
            new Ed25519Verify(raw.toArray()).verify(signature, use.frame(content));
            return true;
        } catch (GeneralSecurityException e) {
            // Another signature, or 32 bytes that are no point of the curve: nothing was signed.
            return false;
        }
    }
}
