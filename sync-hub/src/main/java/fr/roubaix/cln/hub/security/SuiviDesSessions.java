package fr.roubaix.cln.hub.security;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends, before anything reads it, a session that was closed elsewhere, has lasted long enough or that nobody used. One
 * that is signed in and that the hub does not know is ended too. Not a bean: it belongs to the security chains alone.
 */
final class SuiviDesSessions extends OncePerRequestFilter {

    /** Where the name of a session stands in it. */
    static final String NOM = SuiviDesSessions.class.getName();

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final SessionsOuvertes sessions;
    private final Clock clock;

    SuiviDesSessions(SessionsOuvertes sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && connectee(session)) {
            Instant maintenant = clock.instant();
            Optional<SessionOuverte> ouverte = Optional.ofNullable((String) session.getAttribute(NOM))
                    .flatMap(sessions::trouver)
                    .filter(s -> s.vivante(maintenant));
            if (ouverte.isEmpty()) {
                session.invalidate();
            } else if (estUnActe(request)
                    && ouverte.get().vueLe().plus(PRECISION).isBefore(maintenant)) {
                sessions.voir(ouverte.get().id(), maintenant);
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean connectee(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    /** An open page tells every few minutes that it is still there: nobody did anything. */
    private static boolean estUnActe(HttpServletRequest request) {
        return !"heartbeat".equals(request.getParameter("v-r"));
    }
}
