package fr.roubaix.cln.hub.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;

/** AES-256-GCM by Tink: a random 96-bit nonce, the ciphertext, its 128-bit tag. The context is authenticated, not stored. */
final class Scellement implements Coffre {

    private final Aead aead;

    Scellement(byte[] cle) {
        try {
            this.aead = new AesGcmJce(cle);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key of 256 bits", e);
        }
    }

    @Override
    public byte[] sceller(byte[] clair, String contexte) {
        try {
            return aead.encrypt(clair, contexte.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    @Override
    public byte[] ouvrir(byte[] scelle, String contexte) {
        try {
            return aead.decrypt(scelle, contexte.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new CoffreIllisibleException("altered, or sealed for something else", e);
        }
    }
}
