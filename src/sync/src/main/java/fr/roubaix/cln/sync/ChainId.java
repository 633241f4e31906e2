package fr.roubaix.cln.sync;

import java.util.random.RandomGenerator;

/**
 * Names a chain of envelopes: 64 random bits in 16 lower-case hexadecimal digits, minted when a data folder is created,
 * restored or enrolled again.
 */
public record ChainId(String hex) {
    public ChainId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a chain id has 16 lower-case hexadecimal digits");
        }
    }

    public static ChainId mint(RandomGenerator random) {
        return new ChainId("%016x".formatted(random.nextLong()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
