package fr.roubaix.cln.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

import com.google.crypto.tink.subtle.Ed25519Sign;

/** A private Ed25519 key (RFC 8032), kept as PKCS#8 (RFC 8410) in a file that only its owner may read. */
public final class SigningKey implements Signer {

    private final PrivateKey key;
    private final VerifyingKey verifyingKey;

    private SigningKey(PrivateKey key) throws GeneralSecurityException {
        this.key = key;
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new GeneralSecurityException("this private key keeps its bytes to itself"));
        this.verifyingKey = new VerifyingKey(
                Bytes.of(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey()));
    }

    /** A new random key. */
    public static SigningKey generate() {
        try {
            return new SigningKey(java.security.KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }

    /**
     * Reads PKCS#8 bytes.
     *
     * @throws IllegalArgumentException these bytes are no Ed25519 private key
     */
    public static SigningKey of(byte[] pkcs8) {
        try {
            return new SigningKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PKCS#8", e);
        }
    }

    /**
     * The key in this file; a new one, written with mode 0600, when there is no such file.
     *
     * @throws UncheckedIOException the file can be neither read nor created
     * @throws IllegalArgumentException the file holds something else: it is left as it is
     */
    public static SigningKey in(Path file) {
        try {
            return of(PrivateFile.readOrCreate(file, () -> generate().pkcs8()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or create the private key " + file, e);
        }
    }

    /** The private key in PKCS#8. */
    public byte[] pkcs8() {
        return key.getEncoded();
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    @Override
    public byte[] sign(Use use, byte[] content) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(use.frame(content));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }
}
