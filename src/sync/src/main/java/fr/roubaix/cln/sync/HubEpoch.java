package fr.roubaix.cln.sync;

import java.util.random.RandomGenerator;

/** Tells one life of the hub's database from another: 64 random bits, minted when it is created or restored. */
public record HubEpoch(String hex) {
    public HubEpoch {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("a hub epoch has 16 lower-case hexadecimal digits");
        }
    }

    public static HubEpoch mint(RandomGenerator random) {
        return new HubEpoch("%016x".formatted(random.nextLong()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
