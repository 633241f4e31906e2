package fr.roubaix.cln.hub.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM (NIST SP 800-38D): a random 96-bit nonce, then the ciphertext with its 128-bit tag. */
final class AesGcmCoffre implements Coffre {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    AesGcmCoffre(SecretKey key) {
        this.key = key;
    }

    @Override
    public byte[] sceller(byte[] clair, String contexte) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, contexte).doFinal(clair);
            return ByteBuffer.allocate(NONCE + ciphertext.length)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    @Override
    public byte[] ouvrir(byte[] scelle, String contexte) {
        if (scelle.length < NONCE + TAG_BITS / 8) {
            throw new CoffreIllisibleException("too short to have been sealed");
        }
        byte[] nonce = java.util.Arrays.copyOf(scelle, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, contexte).doFinal(scelle, NONCE, scelle.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new CoffreIllisibleException("altered, or sealed for something else", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String contexte) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(contexte.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
