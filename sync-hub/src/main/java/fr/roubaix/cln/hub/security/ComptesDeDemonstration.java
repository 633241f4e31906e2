package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Known accounts for trying the product with fictitious people; exists under the profile {@code demo} alone. */
@Component
@Profile("demo")
@Order(1)
class ComptesDeDemonstration implements ApplicationRunner {

    static final String MOT_DE_PASSE = "vingt-sieges-a-roubaix";
    private static final Map<String, Role> ROLES = new TreeMap<>(Map.of(
            "secretariat", Role.SECRETARIAT,
            "tirage", Role.TIRAGE,
            "presidence", Role.PRESIDENCE,
            "observation", Role.OBSERVATEUR,
            "dpo", Role.DPO,
            "admin", Role.ADMIN));
    static final Set<String> NOMS = ROLES.keySet();
    private static final Logger LOG = LoggerFactory.getLogger(ComptesDeDemonstration.class);

    private final Comptes comptes;
    private final SecondsFacteurs seconds;
    private final SecondFacteur secondFacteur;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComptesDeDemonstration(
            Comptes comptes,
            SecondsFacteurs seconds,
            SecondFacteur secondFacteur,
            PasswordEncoder encoder,
            TransactionTemplate transaction,
            Clock clock) {
        this.comptes = comptes;
        this.seconds = seconds;
        this.secondFacteur = secondFacteur;
        this.encoder = encoder;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (comptes.aucun()) {
            String motDePasse = String.valueOf(encoder.encode(MOT_DE_PASSE));
            transaction.executeWithoutResult(
                    _ -> ROLES.forEach((nom, role) -> comptes.ajouter(compte(nom, motDePasse, role))));
        }
        transaction.executeWithoutResult(_ -> NOMS.stream()
                .map(Identifiant::new)
                .filter(nom -> comptes.trouver(nom).isPresent() && !seconds.existe(nom))
                .forEach(nom -> seconds.inscrire(nom, secondFacteur.proposer(), 0, clock.instant())));
        LOG.info(
                "Comptes de démonstration : {}. Mot de passe : {} (le code demandé ensuite s’affiche sur la page)",
                String.join(", ", NOMS),
                MOT_DE_PASSE);
    }

    private Compte compte(String nom, String motDePasse, Role role) {
        var id = new Identifiant(nom);
        return new Compte(id, role.titre() + " (démo)", motDePasse, Set.of(role), clock.instant(), id);
    }
}
