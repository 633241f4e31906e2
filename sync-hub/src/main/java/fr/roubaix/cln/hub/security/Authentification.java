package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.register.Interne;

/**
 * Checks a name and a password, and locks the name after repeated failures. An attempt counts as a failure before it is
 * examined, and is forgotten if it was right: guesses made at the same time do not slip past the lock together. No
 * transaction is open while the password is examined.
 */
@Service
@Interne("the first step of a sign-in, and the proof of an old password")
class Authentification {

    private static final int LONGUEUR_MAXIMALE = 200;

    private final Comptes comptes;
    private final Verrous verrous;
    private final Guichet guichet;
    private final PasswordEncoder encoder;
    private final InscriptionDesConnexions connexions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String hashOfNobody;

    Authentification(
            Comptes comptes,
            Verrous verrous,
            Guichet guichet,
            PasswordEncoder encoder,
            InscriptionDesConnexions connexions,
            TransactionTemplate transaction,
            Clock clock) {
        this.comptes = comptes;
        this.verrous = verrous;
        this.guichet = guichet;
        this.encoder = encoder;
        this.connexions = connexions;
        this.transaction = transaction;
        this.clock = clock;
        this.hashOfNobody = String.valueOf(encoder.encode("personne"));
    }

    /** Examines a name and a password as typed. */
    Issue examiner(String nomSaisi, String motDePasse) {
        String nom = nomSaisi.strip().toLowerCase(Locale.ROOT);
        if (nom.length() > LONGUEUR_MAXIMALE || motDePasse.length() > LONGUEUR_MAXIMALE) {
            return new Issue.Fausse();
        }
        return guichet.servir(() -> comparer(nom, motDePasse)).orElseGet(Issue.Affluence::new);
    }

    private Issue comparer(String nom, String motDePasse) {
        Instant maintenant = clock.instant();
        Optional<Instant> verrou = transaction.execute(_ -> verrous.tenter(nom, maintenant));
        if (verrou != null && verrou.isPresent()) {
            return new Issue.Verrouillee(verrou.get());
        }
        Optional<Compte> compte = Identifiant.lire(nom).flatMap(comptes::actif);
        // An unknown name, or an account that was ended, costs the same time as a known one.
        boolean juste =
                encoder.matches(motDePasse, compte.map(Compte::motDePasse).orElse(hashOfNobody));
        if (compte.isEmpty() || !juste) {
            connexions.echouee(nom, nom);
            return new Issue.Fausse();
        }
        verrous.oublier(nom);
        return new Issue.Juste(compte.get());
    }

    /** What became of the attempt. */
    sealed interface Issue {
        record Juste(Compte compte) implements Issue {}

        /** Wrong name or password, or an account that was ended: the same answer for both. */
        record Fausse() implements Issue {}

        record Verrouillee(Instant jusqua) implements Issue {}

        /** Too many people sign in at once for this attempt to be examined; it counts as no failure. */
        record Affluence() implements Issue {}
    }
}
