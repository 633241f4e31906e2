package fr.roubaix.cln.sync;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.SecretBytes;

/** The one suite of the system: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180 §7), no key prefix. */
final class Hpke {

    /** Tink wants every key of a set numbered; ours are named by {@link KeyId}, and stand alone in their set. */
    static final int ENTRY = 1;

    static final HpkeParameters SUITE = suite();

    private Hpke() {}

    @AccessesPartialKey
    static HpkePublicKey publicKey(Bytes raw) throws GeneralSecurityException {
        return HpkePublicKey.create(SUITE, com.google.crypto.tink.util.Bytes.copyFrom(raw.toArray()), null);
    }

    @AccessesPartialKey
    static HpkePrivateKey privateKey(Bytes publicKey, byte[] secret) throws GeneralSecurityException {
        return HpkePrivateKey.create(publicKey(publicKey), SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
    }

    private static HpkeParameters suite() {
        try {
            HybridConfig.register();
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
