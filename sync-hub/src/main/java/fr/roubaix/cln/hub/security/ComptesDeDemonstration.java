package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.util.List;
import java.util.Set;

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
    static final Set<String> NOMS = Set.of("secretariat", "tirage", "presidence", "admin");
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
            transaction.executeWithoutResult(_ -> List.of(
                            compte("secretariat", "Secrétariat (démo)", motDePasse, Role.SECRETARIAT),
                            compte("tirage", "Tirage (démo)", motDePasse, Role.TIRAGE),
                            compte("presidence", "Présidence (démo)", motDePasse, Role.PRESIDENCE),
                            compte("admin", "Administration (démo)", motDePasse, Role.ADMIN))
                    .forEach(comptes::ajouter));
        }
        transaction.executeWithoutResult(_ -> NOMS.stream()
                .map(Identifiant::new)
                .filter(nom -> comptes.trouver(nom).isPresent() && !seconds.existe(nom))
                .forEach(nom -> seconds.inscrire(nom, secondFacteur.proposer(), 0, clock.instant())));
        LOG.info(
                "Comptes de démonstration : secretariat, tirage, presidence, admin. Mot de passe : {}"
                        + " (le code demandé ensuite s’affiche sur la page)",
                MOT_DE_PASSE);
    }

    private Compte compte(String identifiant, String nom, String motDePasse, Role role) {
        var id = new Identifiant(identifiant);
        return new Compte(id, nom, motDePasse, Set.of(role), clock.instant(), id);
    }
}
