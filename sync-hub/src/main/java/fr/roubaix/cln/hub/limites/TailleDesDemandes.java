package fr.roubaix.cln.hub.limites;

import java.io.IOException;

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

    private static final long ECRAN = 1L << 20;
    private static final long FORMULAIRE = 64L << 10;

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
        return adresse.startsWith("/app/") ? ECRAN : FORMULAIRE;
    }
}
