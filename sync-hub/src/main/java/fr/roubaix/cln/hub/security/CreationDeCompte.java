package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates the accounts of staff: the first one with the code of the start-up log, the others by an administrator. */
@Service
class CreationDeCompte {

    static final int MOT_DE_PASSE_MINIMUM = 12;
    private static final int MOT_DE_PASSE_MAXIMUM = 128;
    private static final int NOM_MAXIMUM = 80;
    private static final String CLE_DU_CODE = "#code-initial";

    private final Comptes comptes;
    private final CodeInitial codeInitial;
    private final Verrous verrous;
    private final PasswordEncoder encoder;
    private final AgentConnecte agent;
    private final Clock clock;

    CreationDeCompte(
            Comptes comptes,
            CodeInitial codeInitial,
            Verrous verrous,
            PasswordEncoder encoder,
            AgentConnecte agent,
            Clock clock) {
        this.comptes = comptes;
        this.codeInitial = codeInitial;
        this.verrous = verrous;
        this.encoder = encoder;
        this.agent = agent;
        this.clock = clock;
    }

    /** Creates an account in the name of the administrator signed in. */
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    Issue creer(Demande demande) {
        return verifier(demande)
                .orElseGet(() ->
                        ajouter(demande, Identifiant.lire(demande.identifiant()).orElseThrow(), agent.identifiant()));
    }

    /** Creates the first administrator. Refused as soon as any account exists. */
    @Transactional
    Issue creerLePremier(String code, Demande demande) {
        Instant maintenant = clock.instant();
        if (!comptes.aucun()) {
            return Issue.Refus.CODE_INCONNU;
        }
        if (verrous.verrouilleJusqua(CLE_DU_CODE, maintenant).isPresent()) {
            return Issue.Refus.TROP_D_ESSAIS;
        }
        if (!codeInitial.reconnait(code)) {
            verrous.echec(CLE_DU_CODE, maintenant);
            return Issue.Refus.CODE_INCONNU;
        }
        var premier = new Demande(
                demande.identifiant(), demande.nom(), demande.motDePasse(), demande.confirmation(), Set.of(Role.ADMIN));
        return verifier(premier).orElseGet(() -> {
            var identifiant = Identifiant.lire(premier.identifiant()).orElseThrow();
            var issue = ajouter(premier, identifiant, identifiant);
            codeInitial.oublier();
            return issue;
        });
    }

    private static Optional<Issue> verifier(Demande demande) {
        if (Identifiant.lire(demande.identifiant()).isEmpty()) {
            return Optional.of(Issue.Refus.IDENTIFIANT_MAL_FORME);
        }
        if (demande.nom().isBlank() || demande.nom().length() > NOM_MAXIMUM) {
            return Optional.of(Issue.Refus.NOM_MANQUANT);
        }
        String motDePasse = demande.motDePasse();
        if (motDePasse.length() < MOT_DE_PASSE_MINIMUM) {
            return Optional.of(Issue.Refus.MOT_DE_PASSE_COURT);
        }
        if (motDePasse.length() > MOT_DE_PASSE_MAXIMUM) {
            return Optional.of(Issue.Refus.MOT_DE_PASSE_LONG);
        }
        if (motDePasse
                .toLowerCase(java.util.Locale.ROOT)
                .contains(demande.identifiant().strip())) {
            return Optional.of(Issue.Refus.MOT_DE_PASSE_DEVINABLE);
        }
        if (!motDePasse.equals(demande.confirmation())) {
            return Optional.of(Issue.Refus.CONFIRMATION_DIFFERENTE);
        }
        return demande.roles().isEmpty() ? Optional.of(Issue.Refus.ROLE_MANQUANT) : Optional.empty();
    }

    private Issue ajouter(Demande demande, Identifiant identifiant, Identifiant par) {
        var compte = new Compte(
                identifiant,
                demande.nom().strip(),
                String.valueOf(encoder.encode(demande.motDePasse())),
                demande.roles(),
                clock.instant(),
                par);
        return comptes.ajouter(compte) ? new Issue.Cree(identifiant) : Issue.Refus.IDENTIFIANT_PRIS;
    }

    /** What is asked for, as typed. */
    record Demande(String identifiant, String nom, String motDePasse, String confirmation, Set<Role> roles) {
        Demande {
            roles = Set.copyOf(roles);
        }

        /** Never shows the password, not even in a log. */
        @Override
        public String toString() {
            return "Demande[" + identifiant + ", " + roles + "]";
        }
    }

    /** What became of it. */
    sealed interface Issue {
        record Cree(Identifiant identifiant) implements Issue {}

        enum Refus implements Issue {
            CODE_INCONNU,
            TROP_D_ESSAIS,
            IDENTIFIANT_MAL_FORME,
            IDENTIFIANT_PRIS,
            NOM_MANQUANT,
            MOT_DE_PASSE_COURT,
            MOT_DE_PASSE_LONG,
            MOT_DE_PASSE_DEVINABLE,
            CONFIRMATION_DIFFERENTE,
            ROLE_MANQUANT
        }
    }
}
