package fr.roubaix.cln.sync;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public Ed25519 key (RFC 8032): what verifies signatures.
 *
 * @param raw its 32 bytes
 */
public record VerifyingKey(Bytes raw) {

    /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 §4). */
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

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
            var verification = Signature.getInstance("Ed25519");
            verification.initVerify(key());
            verification.update(use.frame(content));
            return verification.verify(signature);
        } catch (GeneralSecurityException e) {
            // A malformed signature, or 32 bytes that are no point of the curve: nothing was signed.
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] spki = Arrays.copyOf(SPKI, SPKI.length + 32);
        System.arraycopy(raw.toArray(), 0, spki, SPKI.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
    }
}
