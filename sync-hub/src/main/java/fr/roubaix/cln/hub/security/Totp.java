package fr.roubaix.cln.hub.security;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes from a shared secret and the time: RFC 6238 with SHA-1 and steps of 30 s, as authenticators expect. */
final class Totp {

    static final int CHIFFRES = 6;
    static final int OCTETS = 20;
    private static final int SECONDES = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The number of the step in which an instant lies. */
    static long pas(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDES);
    }

    static String code(byte[] secret, long pas) {
        return code(secret, pas, CHIFFRES);
    }

    /** The code of a step with a number of digits (RFC 4226 §5.3). */
    static String code(byte[] secret, long pas, int chiffres) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(pas).array());
            int place = hash[hash.length - 1] & 0xf;
            int nombre = ByteBuffer.wrap(hash).getInt(place) & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%0" + chiffres + "d", nombre % (long) Math.pow(10, chiffres));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is part of every JDK", e);
        }
    }

    /** The secret as a person types it (RFC 4648 §6, without padding). */
    static String base32(byte[] secret) {
        var texte = new StringBuilder();
        int reste = 0;
        int bits = 0;
        for (byte octet : secret) {
            reste = (reste << Byte.SIZE) | (octet & 0xff);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                texte.append(BASE32.charAt((reste >> bits) & 0x1f));
            }
            reste &= (1 << bits) - 1;
        }
        if (bits > 0) {
            texte.append(BASE32.charAt((reste << (5 - bits)) & 0x1f));
        }
        return texte.toString();
    }

    /** What an authenticator reads in the picture (Key Uri Format of the authenticator applications). */
    static String adresse(byte[] secret, Identifiant identifiant, String emetteur) {
        String nom = URLEncoder.encode(emetteur, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + nom + ":" + identifiant.valeur() + "?secret=" + base32(secret) + "&issuer=" + nom;
    }
}
