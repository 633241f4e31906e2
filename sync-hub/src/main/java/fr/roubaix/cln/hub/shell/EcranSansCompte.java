package fr.roubaix.cln.hub.shell;

import java.net.URI;
import java.util.stream.Stream;

import com.vaadin.flow.server.VaadinRequest;
import org.jspecify.annotations.Nullable;

/**
 * A screen below {@code /app/} for people without an account: it has a look of its own, and when its session ends nobody
 * is asked to sign in.
 *
 * @param chemin its address below {@code /app/}
 * @param profil what its page says of itself to the style sheets
 * @param apresExpiration where the browser goes once the session has ended
 */
public record EcranSansCompte(String chemin, String profil, String apresExpiration) {

    /** Whether a request is for this screen: its page, the start of its client, or what the client asks later. */
    boolean sert(VaadinRequest request) {
        return Stream.of(
                        nomme(request.getPathInfo()),
                        nomme(request.getParameter("location")),
                        nomme(appelant(request.getHeader("Referer"))))
                .anyMatch(oui -> oui);
    }

    private boolean nomme(@Nullable String adresse) {
        return adresse != null && adresse.replaceFirst("^/", "").equals(chemin);
    }

    /** The page that asks, below {@code /app/}: our own policy has browsers name it to us, and to nobody else. */
    private static @Nullable String appelant(@Nullable String adresse) {
        try {
            String page = adresse == null ? null : URI.create(adresse).getPath();
            return page != null && page.startsWith("/app/") ? page.substring("/app/".length()) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
