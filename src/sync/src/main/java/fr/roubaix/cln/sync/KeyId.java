package fr.roubaix.cln.sync;

/** Names a sealing key: the first 16 hexadecimal digits of the SHA-256 of its public bytes. */
public record KeyId(String hex) {
    public KeyId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a key id has 16 lower-case hexadecimal digits");
        }
    }

    static KeyId of(Bytes publicKey) {
        return new KeyId(Hash.of(publicKey).hex().substring(0, 16));
    }

    @Override
    public String toString() {
        return hex;
    }
}
