package fr.roubaix.cln.hub.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a person is shown of an act before they say yes.
 *
 * @param objet what is acted on, as the register names it
 * @param texte everything that the screen shows, line after line, in French
 * @param etat names the state that the act rests on; it moves when anything moves that the person would want to know
 */
public record Presentation(String objet, String texte, String etat) {

    private static final String DOMAINE = "CLN-ROUBAIX/deux-voix/1";

    /**
     * What both voices are bound to: the SHA-256, in hexadecimal, of domain, kind, object, text and state, each written as
     * a netstring.
     */
    public String empreinte(String genre) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String partie : List.of(DOMAINE, genre, objet, texte, etat)) {
                byte[] octets = partie.getBytes(UTF_8);
                sha256.update((octets.length + ":").getBytes(UTF_8));
                sha256.update(octets);
                sha256.update((byte) ',');
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
