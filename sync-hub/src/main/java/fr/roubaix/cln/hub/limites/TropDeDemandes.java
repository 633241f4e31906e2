package fr.roubaix.cln.hub.limites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The answer to whoever comes too often (RFC 6585, section 4): a page for a person, a problem (RFC 9457) for a program. */
public final class TropDeDemandes {

    private TropDeDemandes() {}

    public static void repondre(HttpServletRequest request, HttpServletResponse response, Duration attente)
            throws IOException {
        long secondes = secondes(attente);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(secondes));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)) {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write("""
                        {"title":"Trop de demandes","status":429,"detail":"Recommencez dans %d s."}
                        """.formatted(secondes).getBytes(StandardCharsets.UTF_8));
    }

    /** Rounded up: who comes back then passes. */
    private static long secondes(Duration attente) {
        return Math.max(1, attente.plusMillis(999).toSeconds());
    }
}
