package fr.roubaix.cln.sync;

import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;

/**
 * The hub's public sealing key (X25519, RFC 7748): anyone may seal with it, only the hub opens.
 *
 * @param raw its 32 bytes
 */
public record SealingKey(Bytes raw) {
    public SealingKey {
        if (raw.length() != 32) {
            throw new IllegalArgumentException("an X25519 public key has 32 bytes");
        }
    }

    /** Reads base64url of 32 bytes. */
    public static Optional<SealingKey> parse(String base64url) {
        return Bytes.parse(base64url).filter(b -> b.length() == 32).map(SealingKey::new);
    }

    public KeyId id() {
        return KeyId.of(raw);
    }

    /** Seals bytes for the hub (HPKE, RFC 9180), bound to the envelope that will carry them. */
    public Bytes seal(SealContext context, byte[] plain) {
        try {
            var handle = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(Hpke.publicKey(raw))
                            .withFixedId(Hpke.ENTRY)
                            .makePrimary())
                    .build();
            return Bytes.of(handle.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, context.bytes(id())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealing key that was read can seal", e);
        }
    }
}
