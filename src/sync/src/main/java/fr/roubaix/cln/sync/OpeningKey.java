package fr.roubaix.cln.sync;

import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePrivateKey;

/** The hub's private sealing key: opens what {@link SealingKey} sealed. */
public final class OpeningKey implements Opener {

    private final KeysetHandle handle;
    private final SealingKey sealingKey;
    private final HybridDecrypt decrypt;

    @AccessesPartialKey
    private OpeningKey(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.decrypt = handle.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        this.sealingKey = new SealingKey(
                Bytes.of(privateKey(handle).getPublicKey().getPublicKeyBytes().toByteArray()));
    }

    /** A new random key. */
    public static OpeningKey generate() {
        try {
            return new OpeningKey(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(Hpke.SUITE)
                            .withFixedId(Hpke.ENTRY)
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the suite is registered", e);
        }
    }

    /**
     * Reads a key as {@link #secret} gave it.
     *
     * @throws IllegalArgumentException the two halves do not belong together
     */
    public static OpeningKey of(SealingKey sealingKey, byte[] secret) {
        try {
            return new OpeningKey(KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(Hpke.privateKey(sealingKey.raw(), secret))
                            .withFixedId(Hpke.ENTRY)
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an X25519 key pair", e);
        }
    }

    /** The 32 secret bytes. */
    @AccessesPartialKey
    public byte[] secret() {
        try {
            return privateKey(handle).getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the set holds one key", e);
        }
    }

    public SealingKey sealingKey() {
        return sealingKey;
    }

    @Override
    public Optional<byte[]> open(SealContext context, KeyId keyId, Bytes sealed) {
        if (!keyId.equals(sealingKey.id())) {
            return Optional.empty();
        }
        try {
            return Optional.of(decrypt.decrypt(sealed.toArray(), context.bytes(keyId)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static HpkePrivateKey privateKey(KeysetHandle handle) throws GeneralSecurityException {
        return (HpkePrivateKey) handle.getPrimary().getKey();
    }
}
