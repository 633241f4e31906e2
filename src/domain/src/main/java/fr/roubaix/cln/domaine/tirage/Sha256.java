package fr.roubaix.cln.domaine.tirage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a fixed beginning followed by many different ends. The state after the beginning is kept and copied, so
 * that the cost of one rank does not depend on the length of the seed.
 */
final class Sha256 {

    private final MessageDigest debut;

    private Sha256(MessageDigest debut) {
        this.debut = debut;
    }

    static Sha256 commencantPar(String debut) {
        MessageDigest digest = nouveau();
        digest.update(debut.getBytes(StandardCharsets.UTF_8));
        return new Sha256(digest);
    }

    byte[] de(String fin) {
        try {
            var digest = (MessageDigest) debut.clone();
            return digest.digest(fin.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    static String hex(byte[] octets) {
        return HexFormat.of().formatHex(nouveau().digest(octets));
    }

    private static MessageDigest nouveau() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
