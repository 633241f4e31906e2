package fr.roubaix.cln.hub.security;

import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The member of staff in whose name the current request acts. */
@Component
public class AgentConnecte {

    /**
     * Their sign-in name.
     *
     * @throws AuthenticationCredentialsNotFoundException nobody is signed in
     */
    public Identifiant identifiant() {
        return new Identifiant(authentication().getName());
    }

    /** Whether they hold a role. */
    public boolean a(Role role) {
        return authentication().getAuthorities().stream()
                .anyMatch(a -> ("ROLE_" + role.name()).equals(a.getAuthority()));
    }

    private static Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        return authentication;
    }
}
