package fr.roubaix.cln.hub.security;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The directory said who somebody is: that counts for the password. Without an account here they are refused; the second
 * factor is asked for as after a password, unless the directory is trusted with it and says it asked.
 */
@Component
@ConditionalOnProperty("cln.hub.oidc.emetteur")
class EntreeParAnnuaire implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EntreeParAnnuaire.class);

    private static final String INCONNU = "/connexion?inconnu";

    private final Annuaire annuaire;
    private final Comptes comptes;
    private final SecondFacteur secondFacteur;
    private final Entree entree;
    private final Clock clock;

    EntreeParAnnuaire(Annuaire annuaire, Comptes comptes, SecondFacteur secondFacteur, Entree entree, Clock clock) {
        this.annuaire = annuaire;
        this.comptes = comptes;
        this.secondFacteur = secondFacteur;
        this.entree = entree;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication reponse) throws IOException {
        SecurityContextHolder.clearContext();
        response.sendRedirect(
                reponse.getPrincipal() instanceof OidcUser personne
                        ? suite(personne, request, response)
                        : "/connexion?annuaire");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refus)
            throws IOException {
        LOG.warn("L’annuaire n’a pas confirmé une connexion : {}", refus.getMessage());
        response.sendRedirect("/connexion?annuaire");
    }

    private String suite(OidcUser personne, HttpServletRequest request, HttpServletResponse response) {
        Optional<Compte> compte = Optional.ofNullable(annuaire.nomDeConnexion(personne))
                .flatMap(Identifiant::lire)
                .flatMap(comptes::actif);
        if (compte.isEmpty()) {
            return INCONNU;
        }
        Set<Role> ajoutes = annuaire.roles(personne);
        if (annuaire.aVerifieDeuxFois(personne)) {
            return entree.ouvrir(compte.get().identifiant(), ajoutes, request, response)
                    .orElse(INCONNU);
        }
        Identifiant qui = compte.get().identifiant();
        request.changeSessionId();
        EntreeEnCours.parAnnuaire(qui, clock.instant(), ajoutes).garder(request.getSession());
        return secondFacteur.existe(qui) ? "/connexion/code" : "/connexion/inscription";
    }
}
