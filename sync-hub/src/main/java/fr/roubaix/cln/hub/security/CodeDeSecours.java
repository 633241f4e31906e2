package fr.roubaix.cln.hub.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that replaces the telephone once: sixteen letters and digits, 80 bits. Drawn by the hub and so long that nobody
 * can try them all, it needs no slow hash.
 *
 * @param valeur without dashes
 */
record CodeDeSecours(String valeur) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LONGUEUR = 16;
    private static final SecureRandom HASARD = new SecureRandom();

    static CodeDeSecours nouveau() {
        var texte = new StringBuilder();
        for (int i = 0; i < LONGUEUR; i++) {
            texte.append(ALPHABET.charAt(HASARD.nextInt(ALPHABET.length())));
        }
        return new CodeDeSecours(texte.toString());
    }

    /** Reads what was typed; spaces, dashes and small letters do not count, nor O for 0 and I or L for 1. */
    static Optional<CodeDeSecours> lire(String saisi) {
        String texte = saisi.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
        return texte.matches("[" + ALPHABET + "]{" + LONGUEUR + "}")
                ? Optional.of(new CodeDeSecours(texte))
                : Optional.empty();
    }

    /** Four by four, as it is printed. */
    String affiche() {
        return valeur.replaceAll("(.{4})(?!$)", "$1-");
    }

    /** What the hub keeps of it for one account. */
    String empreinte(Identifiant identifiant) {
        try {
            byte[] texte = (identifiant.valeur() + "|" + valeur).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(texte));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Never shows the code, not even in a log. */
    @Override
    public String toString() {
        return "CodeDeSecours";
    }
}
