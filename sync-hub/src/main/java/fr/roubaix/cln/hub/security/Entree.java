package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Opens a session, once everything asked for was proven: the only place where somebody becomes signed in. */
@Component
class Entree {

    private static final String ACCUEIL = "/app/gestion";

    private final SessionsOuvertes sessions;
    private final InscriptionDesConnexions connexions;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contextes = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache demandes = new HttpSessionRequestCache();

    Entree(SessionsOuvertes sessions, InscriptionDesConnexions connexions, Clock clock) {
        this.sessions = sessions;
        this.connexions = connexions;
        this.clock = clock;
    }

    /**
     * Signs in, in a new session: its name was planted by nobody, and nothing of who used this browser before is in it.
     *
     * @return where the person wanted to go
     */
    String ouvrir(Compte compte, Set<Role> roles, HttpServletRequest request, HttpServletResponse response) {
        String suite = suite(request, response);
        // First: without its line in the register nobody is signed in.
        connexions.connectee(compte.identifiant(), roles);
        fermerLaPrecedente(compte.identifiant(), request);
        var session = request.getSession();
        var maintenant = clock.instant();
        String nom = UUID.randomUUID().toString();
        sessions.ajouter(new SessionOuverte(
                nom, compte.identifiant(), Appareil.lire(request.getHeader("User-Agent")), maintenant, maintenant));
        session.setAttribute(SuiviDesSessions.NOM, nom);
        var contexte = new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                compte.identifiant().valeur(), null, droits(roles)));
        SecurityContextHolder.setContext(contexte);
        contextes.saveContext(contexte, request, response);
        return suite;
    }

    private void fermerLaPrecedente(Identifiant identifiant, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            if (session.getAttribute(SuiviDesSessions.NOM) instanceof String ancienne) {
                sessions.fermer(identifiant, ancienne);
            }
            session.invalidate();
        }
    }

    /** A page of this hub that asked the person to sign in, never an address they brought. */
    private String suite(HttpServletRequest request, HttpServletResponse response) {
        var demandee = demandes.getRequest(request, response);
        if (demandee instanceof DefaultSavedRequest page) {
            String adresse = page.getRequestURI();
            if (adresse != null && permise(adresse)) {
                return page.getQueryString() == null ? adresse : adresse + "?" + page.getQueryString();
            }
        }
        return ACCUEIL;
    }

    private static boolean permise(String adresse) {
        return adresse.startsWith("/app/") || adresse.equals("/compte");
    }

    private static List<SimpleGrantedAuthority> droits(Set<Role> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
