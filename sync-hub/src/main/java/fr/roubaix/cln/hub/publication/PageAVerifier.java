package fr.roubaix.cln.hub.publication;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;

import fr.roubaix.cln.hub.security.DessinDeQr;

/**
 * Where anybody verifies the draw, in clear and as a square for a phone. It takes the address that the visitor came by,
 * which is why it stands beside the state of the draw and not in it: the state is the same for all.
 *
 * @param machine name and, where it is not the usual one, port
 */
record PageAVerifier(String machine, String chemin, DessinDeQr qr) {

    /** RFC 1035: a name is no longer; what is longer was never typed by anybody. */
    private static final int PLUS_LONG_NOM = 253;

    /** Of the request being answered; null when it does not tell by which name it came. */
    static @Nullable PageAVerifier de(String chemin) {
        UriComponents base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build();
        String nom = base.getHost();
        if (nom == null || nom.length() > PLUS_LONG_NOM) {
            return null;
        }
        String machine = base.getPort() < 0 ? nom : nom + ":" + base.getPort();
        return new PageAVerifier(machine, chemin, DessinDeQr.de(base.toUriString() + chemin));
    }
}
