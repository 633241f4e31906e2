package fr.roubaix.cln.hub.limites;

import java.io.IOException;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request larger than what its address can need, before a byte of it is read: forms, passkeys and the client of
 * the screens are read whole into memory. A request that does not say its size is refused too; no browser sends one.
 */
public final class TailleDesDemandes extends OncePerRequestFilter {

    /** The largest file that a screen takes. */
    public static final int FICHIER = 512 << 20;

    /** The largest picture of a receipt that is read. */
    public static final int PHOTO = 12 << 20;

    private static final long ECRAN = 1L << 20;
    private static final long FORMULAIRE = 64L << 10;

    /** What a form adds around its file. */
    private static final int AUTOUR = 4 << 10;

    private static final Pattern PHOTOS = Pattern.compile("/tirages/[a-z0-9-]+/recherche/photo");
    private static final String DEPOTS = "/app/VAADIN/dynamic/resource/";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > permise(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long permise(String adresse) {
        if (adresse.startsWith(DEPOTS)) {
            return FICHIER;
        }
        if (PHOTOS.matcher(adresse).matches()) {
            return PHOTO + AUTOUR;
        }
        return adresse.startsWith("/app/") ? ECRAN : FORMULAIRE;
    }
}
