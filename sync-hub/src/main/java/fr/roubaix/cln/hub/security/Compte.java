package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Set;

/**
 * An account.
 *
 * @param nom as shown to colleagues
 * @param motDePasse Argon2id hash
 * @param creePar sign-in name of the administrator, or the account itself for the first one
 */
record Compte(
        Identifiant identifiant, String nom, String motDePasse, Set<Role> roles, Instant creeLe, Identifiant creePar) {
    Compte {
        roles = Set.copyOf(roles);
    }
}
