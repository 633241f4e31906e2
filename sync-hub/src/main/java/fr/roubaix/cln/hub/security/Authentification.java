package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks a name and a password, and locks the name after repeated failures. An attempt counts as a failure before it is
 * examined, and is forgotten if it was right: guesses made at the same time do not slip past the lock together. No
 * transaction is open while the password is examined.
 */
@Component
class Authentification implements AuthenticationProvider {

    private static final int LONGUEUR_MAXIMALE = 200;

    private final Comptes comptes;
    private final Verrous verrous;
    private final Guichet guichet;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String hashOfNobody;

    Authentification(
            Comptes comptes,
            Verrous verrous,
            Guichet guichet,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            Clock clock) {
        this.comptes = comptes;
        this.verrous = verrous;
        this.guichet = guichet;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(encoder.encode("personne"));
    }

    @Override
    public Authentication authenticate(Authentication demande) {
        String nom = demande.getName().strip().toLowerCase(Locale.ROOT);
        String motDePasse = String.valueOf(demande.getCredentials());
        if (nom.length() > LONGUEUR_MAXIMALE || motDePasse.length() > LONGUEUR_MAXIMALE) {
            throw new BadCredentialsException("too long");
        }
        return guichet.servir(() -> examiner(nom, motDePasse));
    }

    private Authentication examiner(String nom, String motDePasse) {
        Instant maintenant = clock.instant();
        Optional<Instant> verrou = transaction.execute(_ -> verrous.tenter(nom, maintenant));
        if (verrou != null && verrou.isPresent()) {
            throw new LockedException("locked until " + verrou.get());
        }
        Optional<Compte> compte = Identifiant.lire(nom).flatMap(comptes::trouver);
        // An unknown name costs the same time as a known one.
        boolean juste =
                encoder.matches(motDePasse, compte.map(Compte::motDePasse).orElse(hashOfNobody));
        if (compte.isEmpty() || !juste) {
            throw new BadCredentialsException("wrong name or password");
        }
        verrous.oublier(nom);
        return connecte(compte.get());
    }

    private static Authentication connecte(Compte compte) {
        return UsernamePasswordAuthenticationToken.authenticated(
                compte.identifiant().valeur(),
                null,
                compte.roles().stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                        .toList());
    }

    @Override
    public boolean supports(@Nullable Class<?> type) {
        return type != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
