package fr.roubaix.cln.hub.security;

import java.util.Optional;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import fr.roubaix.cln.hub.register.Acte;
import fr.roubaix.cln.hub.register.Registre;

/** Changes the password of whoever is signed in, who proves the old one; their other sessions end. */
@Service
class ChangementDeMotDePasse {

    private final Comptes comptes;
    private final Authentification authentification;
    private final SessionsOuvertes sessions;
    private final PasswordEncoder encoder;
    private final AgentConnecte agent;
    private final Registre registre;
    private final TransactionTemplate transaction;

    ChangementDeMotDePasse(
            Comptes comptes,
            Authentification authentification,
            SessionsOuvertes sessions,
            PasswordEncoder encoder,
            AgentConnecte agent,
            Registre registre,
            TransactionTemplate transaction) {
        this.comptes = comptes;
        this.authentification = authentification;
        this.sessions = sessions;
        this.encoder = encoder;
        this.agent = agent;
        this.registre = registre;
        this.transaction = transaction;
    }

    /**
     * Changes it.
     *
     * @param session the one that stays open
     * @return why it was not changed, if it was not
     */
    @PreAuthorize(Role.CHACUN)
    Optional<Refus> changer(String ancien, String nouveau, String confirmation, String session) {
        Identifiant identifiant = agent.identifiant();
        Optional<Refus> refus = ExigencesDeMotDePasse.verifier(nouveau, confirmation, identifiant.valeur())
                .map(exigence -> Refus.valueOf(exigence.name()));
        if (refus.isPresent()) {
            return refus;
        }
        return switch (authentification.examiner(identifiant.valeur(), ancien)) {
            case Authentification.Issue.Juste _ -> {
                String hash = String.valueOf(encoder.encode(nouveau));
                transaction.executeWithoutResult(_ -> {
                    comptes.changerMotDePasse(identifiant, hash);
                    sessions.fermerLesAutres(identifiant, session);
                    registre.inscrire(Acte.MOT_DE_PASSE_CHANGE.sur("compte " + identifiant));
                });
                yield Optional.empty();
            }
            case Authentification.Issue.Fausse _ -> Optional.of(Refus.ANCIEN_FAUX);
            case Authentification.Issue.Verrouillee _, Authentification.Issue.Affluence _ ->
                Optional.of(Refus.ATTENDRE);
        };
    }

    enum Refus {
        COURT,
        LONG,
        DEVINABLE,
        COURANT,
        CONFIRMATION,
        ANCIEN_FAUX,
        ATTENDRE
    }
}
