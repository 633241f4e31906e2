package fr.roubaix.cln.hub.register;

import java.util.Comparator;
import java.util.List;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts.
 *
 * @param nom a sign-in name, or the part of the program that acts by itself
 * @param roles under which they act: all that they hold, unless the act asks for one
 */
public record Auteur(String nom, List<String> roles) {

    private static final String PREFIXE = "ROLE_";

    public Auteur {
        roles = roles.stream().sorted(Comparator.naturalOrder()).toList();
        if (nom.isBlank() || roles.stream().anyMatch(role -> !role.matches("[A-Z_]+"))) {
            throw new IllegalArgumentException("an author has a name, and roles are plain words");
        }
    }

    /** The hub by itself: scheduled work, and what a kiosk asks for. */
    public static Auteur systeme() {
        return new Auteur("système", List.of());
    }

    /** A command given on the machine, for example {@code restaurer}. */
    public static Auteur commande(String nom) {
        return new Auteur("commande " + nom, List.of());
    }

    /**
     * The person signed in.
     *
     * @throws AuthenticationCredentialsNotFoundException nobody is
     */
    public static Auteur connecte() {
        Authentication qui = SecurityContextHolder.getContext().getAuthentication();
        if (qui == null || !qui.isAuthenticated() || qui instanceof AnonymousAuthenticationToken) {
            throw new AuthenticationCredentialsNotFoundException("an act has an author");
        }
        return de(qui);
    }

    /** The person that this names, signed in or about to be. */
    public static Auteur de(Authentication qui) {
        return new Auteur(
                qui.getName(),
                qui.getAuthorities().stream()
                        .map(droit -> String.valueOf(droit.getAuthority()))
                        .filter(droit -> droit.startsWith(PREFIXE))
                        .map(droit -> droit.substring(PREFIXE.length()))
                        .toList());
    }
}
