package fr.roubaix.cln.hub.security;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an administrator decides of an account.
 *
 * @param nom as shown to colleagues
 * @param actif whether its owner may sign in
 */
public record DroitsDeCompte(String nom, Set<Role> roles, boolean actif) {

    public DroitsDeCompte {
        roles = Set.copyOf(roles);
    }

    DroitsDeCompte actif(boolean oui) {
        return new DroitsDeCompte(nom, roles, oui);
    }

    /** Codes, as the register and a waiting proposal keep them. */
    String codesDesRoles() {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    /** Titles, as a person reads them. */
    String titresDesRoles() {
        return roles.isEmpty()
                ? "aucun"
                : roles.stream().sorted().map(Role::titre).collect(Collectors.joining(", "));
    }
}
