package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a session, once everything asked for was proven: the only place where somebody becomes signed in. */
@Component
class Entree {

    private static final String ACCUEIL = "/app/gestion";

    private final Comptes comptes;
    private final SessionsOuvertes sessions;
    private final InscriptionDesConnexions connexions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contextes = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache demandes = new HttpSessionRequestCache();

    Entree(
            Comptes comptes,
            SessionsOuvertes sessions,
            InscriptionDesConnexions connexions,
            TransactionTemplate transaction,
            Clock clock) {
        this.comptes = comptes;
        this.sessions = sessions;
        this.connexions = connexions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Signs in, in a new session: its name was planted by nobody, and nothing of who used this browser before is in it. The
     * roles are those that the account has now, whatever it had when the first proof was given.
     *
     * @param ajoutes roles that the city's directory adds
     * @return where the person wanted to go; nothing when the account went away or was ended, and nobody is signed in
     */
    Optional<String> ouvrir(
            Identifiant qui, Set<Role> ajoutes, HttpServletRequest request, HttpServletResponse response) {
        String suite = suite(request, response);
        String nom = UUID.randomUUID().toString();
        // Together: without its line in the register nobody is signed in.
        Set<Role> roles = transaction.execute(_ -> noter(qui, ajoutes, nom, request));
        if (roles == null) {
            return Optional.empty();
        }
        fermerLaPrecedente(qui, request);
        request.getSession().setAttribute(SuiviDesSessions.NOM, nom);
        var contexte = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(qui.valeur(), null, droits(roles)));
        SecurityContextHolder.setContext(contexte);
        contextes.saveContext(contexte, request, response);
        return Optional.of(suite);
    }

    /** Holds the account while its session is written: whoever ends it comes before, or finds the session and ends it. */
    private @Nullable Set<Role> noter(Identifiant qui, Set<Role> ajoutes, String nom, HttpServletRequest request) {
        Optional<Compte> compte = comptes.retenir(qui).filter(Compte::actif);
        if (compte.isEmpty()) {
            return null;
        }
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(compte.get().roles());
        roles.addAll(ajoutes);
        connexions.connectee(qui, roles);
        var maintenant = clock.instant();
        sessions.ajouter(
                new SessionOuverte(nom, qui, Appareil.lire(request.getHeader("User-Agent")), maintenant, maintenant));
        return roles;
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
