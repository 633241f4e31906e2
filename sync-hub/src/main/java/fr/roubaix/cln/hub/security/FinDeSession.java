package fr.roubaix.cln.hub.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Somebody leaves on purpose: the list of open sessions forgets this one. Comes before the session itself ends. */
final class FinDeSession implements LogoutHandler {

    private final SessionsOuvertes sessions;

    FinDeSession(SessionsOuvertes sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null
                && authentication != null
                && session.getAttribute(SuiviDesSessions.NOM) instanceof String nom) {
            Identifiant.lire(authentication.getName()).ifPresent(identifiant -> sessions.fermer(identifiant, nom));
        }
    }
}
