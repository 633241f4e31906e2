package fr.roubaix.cln.hub.limites;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.ServletRequest;

/** Where a request comes from, as far as it can be told apart. */
public final class Adresse {

    /** A provider gives one customer at least so many bits of an IPv6 address to choose from (RFC 6177). */
    private static final int OCTETS_DU_RESEAU = 8;

    private static final int LONGUEUR = 64;

    private Adresse() {}

    /** The visitor's own, or the one that a proxy of the city gave ({@code cln.hub.mandataires}). */
    public static String de(ServletRequest request) {
        return reseau(request.getRemoteAddr());
    }

    static String reseau(String adresse) {
        try {
            return InetAddress.ofLiteral(adresse) instanceof Inet6Address longue
                    ? HexFormat.of().formatHex(Arrays.copyOf(longue.getAddress(), OCTETS_DU_RESEAU))
                    : adresse;
        } catch (IllegalArgumentException _) {
            return adresse.substring(0, Math.min(adresse.length(), LONGUEUR));
        }
    }
}
