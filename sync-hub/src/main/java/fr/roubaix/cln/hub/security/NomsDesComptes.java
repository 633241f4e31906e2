package fr.roubaix.cln.hub.security;

import java.util.Set;

import org.springframework.stereotype.Component;

import fr.roubaix.cln.hub.register.Interne;

/** Who stands behind a sign-in name, for what is signed in their name (CRPA, art. L212-1). */
@Component
@Interne("names members of staff in what a guarded use case writes")
public class NomsDesComptes {

    private final Comptes comptes;

    NomsDesComptes(Comptes comptes) {
        this.comptes = comptes;
    }

    /** The account as it is now; one that is gone keeps its sign-in name, and has no role. */
    public Signataire de(Identifiant identifiant) {
        return comptes.trouver(identifiant)
                .map(compte -> new Signataire(compte.nom(), compte.roles()))
                .orElseGet(() -> new Signataire(identifiant.valeur(), Set.of()));
    }

    /**
     * Who signs.
     *
     * @param nom as colleagues know them
     */
    public record Signataire(String nom, Set<Role> roles) {
        public Signataire {
            roles = Set.copyOf(roles);
        }
    }
}
