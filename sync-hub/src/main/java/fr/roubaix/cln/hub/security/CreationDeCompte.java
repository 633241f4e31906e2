package fr.roubaix.cln.hub.security;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Auteur;
import fr.roubaix.cln.hub.register.Interne;
import fr.roubaix.cln.hub.register.Registre;

/** Creates the accounts of staff: the first one with the code of the start-up log, the others by an administrator. */
@Service
class CreationDeCompte {

    static final int NOM_MAXIMUM = 80;
    private static final String CLE_DU_CODE = "#code-initial";

    private final Comptes comptes;
    private final CodeInitial codeInitial;
    private final Verrous verrous;
    private final PasswordEncoder encoder;
    private final AgentConnecte agent;
    private final Registre registre;
    private final ComptesProteges proteges;
    private final DeuxVoix deuxVoix;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CreationDeCompte(
            Comptes comptes,
            CodeInitial codeInitial,
            Verrous verrous,
            PasswordEncoder encoder,
            AgentConnecte agent,
            Registre registre,
            ComptesProteges proteges,
            DeuxVoix deuxVoix,
            TransactionTemplate transaction,
            Clock clock) {
        this.comptes = comptes;
        this.codeInitial = codeInitial;
        this.verrous = verrous;
        this.encoder = encoder;
        this.agent = agent;
        this.registre = registre;
        this.proteges = proteges;
        this.deuxVoix = deuxVoix;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Creates an account in the name of the administrator signed in. */
    @PreAuthorize("hasRole('ADMIN')")
    Issue creer(Demande demande) {
        return verifier(demande).orElseGet(() -> {
            var compte = compte(demande, agent.identifiant());
            return proteges.demandentDeuxVoix(Set.of(), compte.roles())
                    ? proposer(compte)
                    : ecrire(() -> ajouter(compte, Acte.COMPTE_CREE, Auteur.connecte()));
        });
    }

    private Issue proposer(Compte compte) {
        if (comptes.trouver(compte.identifiant()).isPresent()) {
            return Issue.Refus.IDENTIFIANT_PRIS;
        }
        return deuxVoix.proposer(CreationADeuxVoix.GENRE, CreationADeuxVoix.parametres(compte), "")
                        instanceof DeuxVoix.Issue.Proposee
                ? new Issue.AConfirmer(compte.identifiant())
                : Issue.Refus.DEJA_PROPOSE;
    }

    /** Creates the first administrator. Refused as soon as any account exists. */
    @Interne("the code of the start-up log lets one in, once")
    Issue creerLePremier(String code, Demande demande) {
        Instant maintenant = clock.instant();
        if (!comptes.aucun()) {
            return Issue.Refus.CODE_INCONNU;
        }
        if (ecrire(() -> verrous.tenter(CLE_DU_CODE, maintenant)).isPresent()) {
            return Issue.Refus.TROP_D_ESSAIS;
        }
        if (!codeInitial.reconnait(code)) {
            return Issue.Refus.CODE_INCONNU;
        }
        verrous.oublier(CLE_DU_CODE);
        var premier = new Demande(
                demande.identifiant(), demande.nom(), demande.motDePasse(), demande.confirmation(), Set.of(Role.ADMIN));
        return verifier(premier).orElseGet(() -> {
            var compte = compte(premier, Identifiant.lire(premier.identifiant()).orElseThrow());
            // The code may have served while the password was being hashed.
            var auteur = new Auteur(compte.identifiant().valeur(), List.of());
            return ecrire(() -> comptes.aucun() && codeInitial.consommer(code)
                    ? ajouter(compte, Acte.PREMIER_COMPTE_CREE, auteur)
                    : Issue.Refus.CODE_INCONNU);
        });
    }

    private static Optional<Issue> verifier(Demande demande) {
        if (Identifiant.lire(demande.identifiant()).isEmpty()) {
            return Optional.of(Issue.Refus.IDENTIFIANT_MAL_FORME);
        }
        if (demande.nom().isBlank() || demande.nom().length() > NOM_MAXIMUM) {
            return Optional.of(Issue.Refus.NOM_MANQUANT);
        }
        Optional<Issue> refus = ExigencesDeMotDePasse.verifier(
                        demande.motDePasse(), demande.confirmation(), demande.identifiant())
                .map(CreationDeCompte::refus);
        if (refus.isPresent()) {
            return refus;
        }
        return demande.roles().isEmpty() ? Optional.of(Issue.Refus.ROLE_MANQUANT) : Optional.empty();
    }

    private static Issue refus(ExigencesDeMotDePasse.Refus refus) {
        return switch (refus) {
            case COURT -> Issue.Refus.MOT_DE_PASSE_COURT;
            case LONG -> Issue.Refus.MOT_DE_PASSE_LONG;
            case DEVINABLE -> Issue.Refus.MOT_DE_PASSE_DEVINABLE;
            case COURANT -> Issue.Refus.MOT_DE_PASSE_COURANT;
            case CONFIRMATION -> Issue.Refus.CONFIRMATION_DIFFERENTE;
        };
    }

    /** The account asked for. Hashing its password takes time: never inside a transaction. */
    private Compte compte(Demande demande, Identifiant par) {
        return new Compte(
                Identifiant.lire(demande.identifiant()).orElseThrow(),
                demande.nom().strip(),
                String.valueOf(encoder.encode(demande.motDePasse())),
                demande.roles(),
                clock.instant(),
                par);
    }

    private Issue ajouter(Compte compte, Acte acte, Auteur auteur) {
        if (!comptes.ajouter(compte)) {
            return Issue.Refus.IDENTIFIANT_PRIS;
        }
        registre.inscrire(
                auteur,
                acte.sur("compte " + compte.identifiant())
                        .avec("roles", compte.droits().codesDesRoles()));
        return new Issue.Cree(compte.identifiant());
    }

    private <T> T ecrire(Supplier<T> ecriture) {
        return Objects.requireNonNull(transaction.execute(_ -> ecriture.get()));
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

        /** A draw is under way: a second voice must say yes. */
        record AConfirmer(Identifiant identifiant) implements Issue {}

        enum Refus implements Issue {
            CODE_INCONNU,
            TROP_D_ESSAIS,
            IDENTIFIANT_MAL_FORME,
            IDENTIFIANT_PRIS,
            DEJA_PROPOSE,
            NOM_MANQUANT,
            MOT_DE_PASSE_COURT,
            MOT_DE_PASSE_LONG,
            MOT_DE_PASSE_DEVINABLE,
            MOT_DE_PASSE_COURANT,
            CONFIRMATION_DIFFERENTE,
            ROLE_MANQUANT
        }
    }
}
