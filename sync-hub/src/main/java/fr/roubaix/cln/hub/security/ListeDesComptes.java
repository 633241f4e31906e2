package fr.roubaix.cln.hub.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

import fr.roubaix.cln.hub.register.Consultation;

/** The accounts as an administrator sees them: never a password, not even hashed. */
@Service
public class ListeDesComptes {

    private final Comptes comptes;

    ListeDesComptes(Comptes comptes) {
        this.comptes = comptes;
    }

    @Consultation
    @PreAuthorize("hasRole('ADMIN')")
    public List<Ligne> lignes() {
        return comptes.tous().stream()
                .map(c -> new Ligne(c.identifiant(), c.nom(), c.roles(), c.creeLe(), c.creePar(), c.desactiveLe()))
                .toList();
    }

    /** One account. */
    public record Ligne(
            Identifiant identifiant,
            String nom,
            Set<Role> roles,
            Instant creeLe,
            Identifiant creePar,
            Optional<Instant> desactiveLe) {

        /** What an administrator may decide of it, as the screen shows it. */
        public DroitsDeCompte droits() {
            return new DroitsDeCompte(nom, roles, desactiveLe.isEmpty());
        }
    }
}
