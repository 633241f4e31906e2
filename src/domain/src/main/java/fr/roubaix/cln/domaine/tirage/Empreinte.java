package fr.roubaix.cln.domaine.tirage;

/**
 * The fingerprint of a list: SHA-256 (FIPS 180-4) of its bytes, as {@code sha256sum} prints it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Empreinte(String hex) {
    public Empreinte {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a fingerprint has 64 lower-case hexadecimal digits");
        }
    }

    static Empreinte de(byte[] octets) {
        return new Empreinte(Sha256.hex(octets));
    }

    @Override
    public String toString() {
        return hex;
    }
}
