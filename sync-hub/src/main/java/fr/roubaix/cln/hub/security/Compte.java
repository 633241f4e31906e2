package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account.
 *
 * @param nom as shown to colleagues
 * @param motDePasse Argon2id hash
 * @param creePar sign-in name of the administrator, or the account itself for the first one
 * @param desactiveLe since when nobody signs in with it; what it did stays under its name
 */
record Compte(
        Identifiant identifiant,
        String nom,
        String motDePasse,
        Set<Role> roles,
        Instant creeLe,
        Identifiant creePar,
        Optional<Instant> desactiveLe) {

    Compte {
        roles = Set.copyOf(roles);
    }

    /** An account with which one signs in. */
    Compte(
            Identifiant identifiant,
            String nom,
            String motDePasse,
            Set<Role> roles,
            Instant creeLe,
            Identifiant creePar) {
        this(identifiant, nom, motDePasse, roles, creeLe, creePar, Optional.empty());
    }

    boolean actif() {
        return desactiveLe.isEmpty();
    }

    DroitsDeCompte droits() {
        return new DroitsDeCompte(nom, roles, actif());
    }

    /** The same account under other rights. */
    Compte avec(DroitsDeCompte droits, Instant le) {
        Optional<Instant> fin = droits.actif() ? Optional.empty() : desactiveLe.or(() -> Optional.of(le));
        return new Compte(identifiant, droits.nom(), motDePasse, droits.roles(), creeLe, creePar, fin);
    }

    /** Never shows the hash of the password, not even in a log. */
    @Override
    public String toString() {
        return "Compte[" + identifiant + ", " + roles + "]";
    }
}
