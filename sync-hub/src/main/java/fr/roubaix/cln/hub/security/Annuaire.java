package fr.roubaix.cln.hub.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * The city's directory, when sign-in goes through it (OpenID Connect). It proves who somebody is, in the place of the
 * password; the account and its roles stay here.
 *
 * @param emetteur address of the provider
 * @param client name of the hub at the provider
 * @param nom how staff call it, on the button
 * @param identifiant claim that holds the sign-in name
 * @param revendication claim that holds groups; empty: the directory gives no role
 * @param roles role of each group
 * @param amr method of authentication (RFC 8176) that counts as second factor; empty: the hub asks for its own
 */
@ConfigurationProperties("cln.hub.oidc")
record Annuaire(
        String emetteur,
        String client,
        String secret,
        @DefaultValue("l’annuaire de la Ville") String nom,
        @DefaultValue("preferred_username") String identifiant,
        @DefaultValue("") String revendication,
        Map<String, Role> roles,
        @DefaultValue("") String amr) {

    /** Whoever holds these decides of a draw: they are given here, under the eyes of the register, never elsewhere. */
    private static final Set<String> RESERVES = Set.of("TIRAGE", "PRESIDENCE", "OBSERVATEUR");

    Annuaire {
        roles = roles == null ? Map.of() : Map.copyOf(roles);
        var interdits = EnumSet.noneOf(Role.class);
        roles.values().stream().filter(role -> RESERVES.contains(role.name())).forEach(interdits::add);
        if (!interdits.isEmpty()) {
            throw new IllegalArgumentException("L’annuaire ne peut pas donner ces rôles : " + interdits);
        }
    }

    /** The roles that the directory adds to those of the account. */
    Set<Role> roles(OidcUser personne) {
        if (revendication.isEmpty()) {
            return Set.of();
        }
        List<String> groupes = personne.getClaimAsStringList(revendication);
        return groupes == null
                ? Set.of()
                : groupes.stream()
                        .filter(roles::containsKey)
                        .map(groupe -> java.util.Objects.requireNonNull(roles.get(groupe)))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Nullable
    String nomDeConnexion(OidcUser personne) {
        return personne.getClaimAsString(identifiant);
    }

    /** Whether the directory asked for a second factor that the hub accepts. */
    boolean aVerifieDeuxFois(OidcUser personne) {
        List<String> methodes = personne.getClaimAsStringList("amr");
        return !amr.isEmpty() && methodes != null && methodes.contains(amr);
    }

    /** Never shows the secret, not even in a log. */
    @Override
    public String toString() {
        return "Annuaire[" + emetteur + ", " + client + "]";
    }
}
